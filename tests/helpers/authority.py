"""Certificate authorities and certificates of a test's own."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAY = datetime.timedelta(days=1)


class Authority:
    """A private authority, whose own certificate is in the file `path`."""

    def __init__(self, folder: Path, name: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        self._folder = folder
        self.path = folder / f"{name}.pem"
        held = x509.BasicConstraints(ca=True, path_length=None)
        made = self._builder(self._name, self._key.public_key(), held).sign(self._key, hashes.SHA256())
        self.path.write_bytes(made.public_bytes(serialization.Encoding.PEM))

    def _builder(
        self, subject: x509.Name, key: ec.EllipticCurvePublicKey, basic: x509.BasicConstraints, age: int = 1
    ) -> x509.CertificateBuilder:
        now = datetime.datetime.now(datetime.UTC)
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key)
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - age * DAY)
            .not_valid_after(now - age * DAY + 2 * DAY)
            .add_extension(basic, critical=True)
        )

    def pem(self, host: str, age: int = 1) -> Path:
        """A key and the certificate of a server of that name or address; `age` days old, it counts for two."""
        key = ec.generate_private_key(ec.SECP256R1())
        try:
            name: x509.GeneralName = x509.IPAddress(ipaddress.ip_address(host))
        except ValueError:
            name = x509.DNSName(host)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        basic = x509.BasicConstraints(ca=False, path_length=None)
        builder = self._builder(subject, key.public_key(), basic, age)
        made = builder.add_extension(x509.SubjectAlternativeName([name]), critical=False)
        path = self._folder / f"server-{host}-{age}.pem"
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
            + made.sign(self._key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
        )
        return path

    def context(self, host: str, age: int = 1) -> ssl.SSLContext:
        """What a server speaks TLS with; see `pem`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.pem(host, age))
        return context
