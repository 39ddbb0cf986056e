"""The role `management_server` on machines of the test's own, with stand-ins for CloudStack's packages."""

from __future__ import annotations

import json
import urllib.error
from collections.abc import Iterator

import pytest
import yaml
from playbook_run import PlaybookRun

from helpers.authority import Authority
from helpers.collection import ROOT
from helpers.machine import Machine, packages
from helpers.processes import processes
from helpers.runs import well
from helpers.site import CONFIG, LOG, SECRETS, Site, status

pytestmark = pytest.mark.playbook

ROLE = "cloudstack.cloud.management_server : "
BALANCER = "127.0.0.9"
HOSTS = ("kvm1", "kvm2")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    made = Site(folder, ["ms1", "ms2", *HOSTS], packages(folder / "haproxy", "haproxy"))
    yield made
    made.end()


@pytest.fixture
def installed(site: Site) -> Site:
    """The site, of which the first machine has a server, as the tests before left it."""
    if not site.machines["ms1"].has("/var/lib/cloudstack-management-server/started"):
        well(site.run())
    return site


def changes(run: PlaybookRun) -> set[str]:
    return {task.task.removeprefix(ROLE) for task in run.tasks if task.changed}


def waited(run: PlaybookRun) -> list[str]:
    """The machines in the order in which their API was waited for."""
    return [task.host for task in run.named(f"{ROLE}Wait until the API answers") if task.outcome == "ok"]


def test_from_a_bare_machine_to_an_api_that_answers(site):
    one = site.machines["ms1"]
    told = well(site.run("--check", "--diff"))
    assert not one.has("/etc/cloudstack")
    assert changes(told) == {
        "Have the key of the repository",
        "Have the repository in a file",
        "Have the Python connector of MySQL",
        "Install the packages",
    }
    seen: set[str] = set()
    with processes(seen):
        done = well(site.run("-vv"))
    assert status(f"http://127.0.0.1:{site.port}") == 401
    assert "Version: 4.23.0.0" in one.run("dpkg", "-s", "cloudstack-management")
    assert one.read(f"{CONFIG}/key") == SECRETS["management_server_secret"]
    held = one.read(f"{CONFIG}/db.properties").splitlines()
    assert {"cluster.node.IP=127.0.0.1", "db.cloud.username=cloud", "db.usage.port=3306"} <= set(held)
    assert one.read(LOG).splitlines() == [
        "databases",
        "set-up --no-start",
        "cloudstack-management stop",
        "cloudstack-management start",
    ]
    shown = done.stdout + done.stderr + json.dumps([task.result for task in done.tasks])
    others = [line for line in seen if "cloudstack-setup-databases" not in line]
    assert any("ansible" in line for line in others)
    assert [secret for secret in SECRETS.values() if secret in shown or any(secret in line for line in others)] == []
    before = one.read(LOG)
    for again in (well(site.run()), well(site.run("--check"))):
        assert (again.changed, changes(again)) == (0, set())
    assert one.read(LOG) == before


def certificate(machine: Machine, name: str) -> dict[str, str]:
    """A certificate of the machine's own, and its key."""
    paths = {"certificate": f"/srv/{name}.pem", "key": f"/srv/{name}.key"}
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "90", "-subj", f"/CN={name}"]
    machine.run(*words, "-out", paths["certificate"], "-keyout", paths["key"])
    return paths


def test_tls_properties_and_passwords_are_changed_by_a_restart(site):
    one = site.machines["ms1"]
    first, second = certificate(one, "first"), certificate(one, "second")
    wrong = {"certificate": first["certificate"], "key": second["key"]}
    refused = site.run(management_server_tls=wrong)
    assert "is not that of the first certificate" in refused.failures[0].msg
    before = one.read(LOG)
    wish = {
        "management_server_tls": first,
        "management_server_properties": {"session.timeout": 60},
        "management_server_database_properties": {"db.cloud.maxActive": 300},
        "management_server_usage": True,
    }
    told = well(site.run("--check", "--diff", **wish))
    assert one.read(LOG) == before
    done = well(site.run(**wish))
    assert changes(done) - changes(told) == {
        "Have the usage server read what the management server reads",
        "Have the service as it is wished, cloudstack-usage",
    }
    assert changes(told) <= changes(done)
    assert status(f"https://127.0.0.1:{site.tls_port}") == 401
    assert "session.timeout=60\n" in one.read(f"{CONFIG}/server.properties")
    assert "db.cloud.maxActive=300\n" in one.read(f"{CONFIG}/db.properties")
    assert one.read("/etc/cloudstack/usage/key") == SECRETS["management_server_secret"]
    listed = one.run("keytool", "-list", "-keystore", f"{CONFIG}/cloud.jks", "-storepass", "ks-5ecret")
    assert "cloudstack" in listed
    assert "PrivateKeyEntry" in listed
    assert one.run("stat", "-c", "%a %G", f"{CONFIG}/cloud.jks") == "640 cloud\n"
    assert well(site.run(**wish)).changed == 0

    wish["management_server_tls"] = second
    wish["management_server_database_password"] = "new-5ecret"
    changed = well(site.run(**wish))
    assert changes(changed) >= {"Make the keystore", "Let CloudStack's program write the connection to the databases"}
    assert one.read(LOG).splitlines()[-4:] == [
        "cloudstack-management stop",
        "cloudstack-management start",
        "cloudstack-usage stop",
        "cloudstack-usage start",
    ]
    assert well(site.run(**wish)).changed == 0


def test_a_run_that_was_cut_off_is_completed_by_the_next(site):
    one = site.machines["ms1"]
    well(site.run())
    state = "/var/lib/cloudstack-management-server"
    one.run("rm", *(f"{state}/{lost}" for lost in ("started", "set-up", "database")))
    one.write(LOG, "")
    well(site.run())
    assert one.read(LOG).splitlines() == [
        "databases",
        "set-up --no-start",
        "cloudstack-management stop",
        "cloudstack-management start",
    ]
    one.run("/etc/init.d/cloudstack-management", "stop")
    told = well(site.run("--check"))
    done = well(site.run())
    assert changes(told) == changes(done) == {"Have the service as it is wished, cloudstack-management"}
    assert well(site.run()).changed == 0


def test_templates_are_put_on_secondary_storage_once(installed):
    site = installed
    one = site.machines["ms1"]
    one.write("/srv/systemvm.qcow2", "template")
    wish = {"hypervisor": "kvm", "storage": "/export/secondary", "file": "/srv/systemvm.qcow2"}
    told = well(site.run("--check", management_server_seed=[wish]))
    done = well(site.run(management_server_seed=[wish]))
    assert changes(told) == changes(done) == {"Let CloudStack's program put the template there"}
    assert one.read("/export/secondary/template/tmpl/1/3/kvm.qcow2") == "template"
    assert well(site.run(management_server_seed=[wish])).changed == 0


def test_nodes_start_one_after_another_behind_one_address_that_ends_tls(site):
    done = well(site.run(hosts="ms1:ms2"))
    assert waited(done) == ["ms1", "ms2"]
    assert status(f"http://127.0.0.2:{site.port}") == 401
    one = site.machines["ms1"]
    former, current = (Authority(site.folder, name) for name in ("former", "current"))
    pem, address = former.pem(BALANCER), f"https://{BALANCER}:{site.balancer_port}"
    wish = {
        "management_server_nodes": ["ms1", "ms2"],
        "management_server_haproxy_bind": BALANCER,
        "management_server_haproxy_ports": [site.port],
        "management_server_haproxy_https_port": site.balancer_port,
        "management_server_haproxy_certificate": str(pem),
    }
    good = pem.read_bytes()
    for spoilt, says in (
        (former.path.read_bytes(), f"management_server_haproxy_certificate: {pem} has no private key"),
        (good[: good.index(b"-----BEGIN CERT")] + current.path.read_bytes(), f"the key {pem} is not that of the first"),
    ):
        pem.write_bytes(spoilt)
        refused = site.run(tasks_from="haproxy", **wish)
        assert says in refused.failures[-1].msg or says in refused.failures[-1].result["results"][-1]["msg"]
        assert (refused.changed, one.has("/etc/haproxy")) == (0, False)
    pem.write_bytes(good)
    told = well(site.run("--check", tasks_from="haproxy", **wish))
    assert "Install the load balancer" in changes(told)
    well(site.run(tasks_from="haproxy", **wish))
    assert status(f"http://{BALANCER}:{site.port}") == status(address, former.path) == 401
    assert well(site.run(tasks_from="haproxy", **wish)).changed == 0
    one.run("/etc/init.d/cloudstack-management", "stop")
    assert status(address, former.path) == 401, "the other server answers"
    one.run("/etc/init.d/cloudstack-management", "start")

    pem.write_bytes(current.pem(BALANCER).read_bytes())
    renewed = well(site.run(tasks_from="haproxy", **wish))
    assert changes(renewed) == {"Have the service as it is wished, haproxy"}
    assert status(address, current.path) == 401
    with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
        status(address, former.path)


def test_health_tells_what_is_wrong(installed):
    site = installed

    def report(**more):
        run = site.run(tasks_from="health", **more)
        return run, run.named(f"{ROLE}Say how the server is")[0].result["ansible_facts"]["management_server_health"]

    run, health = report(management_server_health_fails=True)
    assert (run.rc, run.changed, health["version"], health["problems"]) == (0, 0, "4.23.0.0", [])
    site.machines["ms1"].run("/etc/init.d/cloudstack-management", "stop")
    run, health = report(management_server_health_fails=True)
    assert run.rc == 2
    assert "the API at http://127.0.0.1" in health["problems"][0]
    site.machines["ms1"].run("/etc/init.d/cloudstack-management", "start")


def test_an_upgrade_does_not_begin_without_its_version(installed):
    site = installed
    back = site.run(tasks_from="upgradable", management_server_series="4.22", management_server_version="4.22.0.0")
    assert "the databases know no way back" in back.failures[0].msg
    absent = site.run(tasks_from="upgradable", management_server_version="4.23.7.0")
    assert "No repository of ms1 has cloudstack-management 4.23.7.0" in absent.failures[0].msg


def test_agents_are_upgraded_one_host_after_another(site):
    (*_others, play) = yaml.safe_load((ROOT / "playbooks" / "upgrade.yml").read_text(encoding="utf-8"))
    machines = [site.machines[name] for name in HOSTS]

    def upgraded(version):
        return site.run_plays([{**play, "hosts": ":".join(HOSTS)}], management_server_version=version)

    def versions():
        shown = (machine.run("dpkg", "-s", "cloudstack-agent") for machine in machines)
        return [line.partition(": ")[2] for text in shown for line in text.splitlines() if line.startswith("Version")]

    first = well(upgraded("4.23.0.0"))
    order = [task.host for task in first.tasks]
    assert order == sorted(order), "all of the first host, then all of the second"
    assert versions() == ["4.23.0.0", "4.23.0.0"]

    machines[0].write("/etc/cloudstack-stand-in", "exit 9\n")
    machines[1].write(LOG, "")
    stopped = upgraded("4.23.1.0")
    assert {task.host for task in stopped.tasks} == {"kvm1"}
    assert stopped.failures[-1].task.endswith("as it is wished, cloudstack-agent")
    assert (versions(), machines[1].read(LOG)) == (["4.23.1.0", "4.23.0.0"], ""), "the others serve on"

    machines[0].run("rm", "/etc/cloudstack-stand-in")
    well(upgraded("4.23.1.0"))
    assert versions() == ["4.23.1.0", "4.23.1.0"]
    for machine in machines:
        assert machine.read(LOG).splitlines()[-1] == "cloudstack-agent start"
        machine.run("/etc/init.d/cloudstack-agent", "status")
    assert well(upgraded("4.23.1.0")).changed == 0


@pytest.mark.parametrize(
    ("spoilt", "says"),
    [
        ({"management_server_nodes": ["other"]}, "ms1 is not in management_server_nodes"),
        ({"management_server_version": "4.22.0.0"}, "is not of the series 4.23"),
        ({"management_server_secret": "two words"}, "take no white space"),
        ({"management_server_seed": [{"hypervisor": "kvm", "storage": "/s"}]}, "kvm needs either url or file"),
        ({"management_server_tls": {"certificate": "/c", "key": "/k"}, "management_server_tls_password": "x"}, "six"),
    ],
)
def test_bad_input_is_named(spoilt, says, site):
    run = site.run("--check", **spoilt)
    assert run.rc == 2
    assert says in str(run.failures)
