# Copyright: the cloudstack.cloud maintainers
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)

from __future__ import annotations


class ModuleDocFragment:
    """How a task reaches the API."""

    DOCUMENTATION = r"""
options:
  api_url:
    description:
      - URL of the CloudStack API, for example V(https://cloud.example.com/client/api).
      - Without it, the environment variable E(CLOUDSTACK_ENDPOINT) or C(endpoint) of the profile is used.
    type: str
  api_key:
    description:
      - API key of the user that the task acts for.
      - Without it, the environment variable E(CLOUDSTACK_KEY) or C(key) of the profile is used.
    type: str
  api_secret:
    description:
      - Secret key that belongs to O(api_key). It signs the requests and is never sent.
      - Without it, the environment variable E(CLOUDSTACK_SECRET) or C(secret) of the profile is used.
    type: str
  api_http_method:
    description:
      - HTTP method of the requests. With V(post), parameters do not appear in the access logs of web servers.
      - Without it, the environment variable E(CLOUDSTACK_METHOD), C(method) of the profile or V(post) is used.
    type: str
    choices:
      - get
      - post
  api_timeout:
    description:
      - How long to wait for the answer to one request, in seconds.
      - Without it, the environment variable E(CLOUDSTACK_TIMEOUT), C(timeout) of the profile or V(30) is used.
      - Commands that the server answers only when the work is done, such as adding a host, are given more time.
    type: int
  api_job_timeout:
    description:
      - How long to wait for the end of an asynchronous job, in seconds.
      - Without it, the environment variable E(CLOUDSTACK_JOB_TIMEOUT), C(job_timeout) of the profile or V(3600)
        is used.
    type: int
  api_verify_ssl_cert:
    description:
      - File or folder with the certificates of the authorities to trust, instead of those of the system.
      - Without it, the environment variable E(CLOUDSTACK_VERIFY) or C(verify) of the profile is used.
    type: str
  validate_certs:
    description:
      - Whether the certificate of the server is checked. Set it to V(false) only to try something out; the task warns
        then.
      - Without it, certificates are checked, unless the environment variable E(CLOUDSTACK_DANGEROUS_NO_TLS_VERIFY),
        C(dangerous_no_tls_verify) of the profile, or C(verifycert) of the CloudMonkey profile says otherwise.
    type: bool
  api_profile:
    description:
      - Section of C(cloudstack.ini), or profile of C(~/.cmk/config), that holds the connection settings.
      - Without it, the environment variable E(CLOUDSTACK_PROFILE) or E(CLOUDSTACK_REGION) is used, then the
        section C(cloudstack) of C(cloudstack.ini), then the active profile of CloudMonkey.
    type: str
requirements:
  - python >= 3.8
  - cs >= 3.0
notes:
  - An option wins over the environment, and the environment over the profile. A profile that O(api_profile) names wins
    over the environment, which then tells no URL and no keys.
  - A profile is looked for in the file that E(CLOUDSTACK_CONFIG) names, in C(~/.cloudstack.ini), in C(cloudstack.ini)
    of the current directory, and last in C(~/.cmk/config).
  - The connection options of many tasks are best set once, with C(module_defaults) for the action group
    C(group/cloudstack.cloud.all).
"""
