"""What is written of the tests: an integration target for every module and role, from the samples of the contract."""
