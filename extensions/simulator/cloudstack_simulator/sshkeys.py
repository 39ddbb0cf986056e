"""SSH keys without a dependency: make an RSA pair, check and fingerprint a public key.

The keys are real (2048 bit, usable with OpenSSH) and made for a simulated cloud: do not use one to guard anything.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
import struct
import textwrap

KEY_BITS = 2048
PUBLIC_EXPONENT = 65537
KEY_TYPES = (
    "ssh-rsa",
    "ssh-dss",
    "ssh-ed25519",
    "ecdsa-sha2-nistp256",
    "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521",
)
_ROUNDS = 8
_SIEVE_LIMIT = 2000


def _small_primes(limit: int) -> list[int]:
    flags = bytearray([1]) * limit
    flags[0:2] = b"\x00\x00"
    for number in range(2, int(limit**0.5) + 1):
        if flags[number]:
            flags[number * number :: number] = bytes(len(range(number * number, limit, number)))
    return [number for number in range(limit) if flags[number]]


_SMALL_PRIMES = _small_primes(_SIEVE_LIMIT)


def _passes_miller_rabin(number: int) -> bool:
    odd, shift = number - 1, 0
    while odd % 2 == 0:
        odd, shift = odd // 2, shift + 1
    for _round in range(_ROUNDS):
        value = pow(secrets.randbelow(number - 3) + 2, odd, number)
        if value in (1, number - 1):
            continue
        for _square in range(shift - 1):
            value = value * value % number
            if value == number - 1:
                break
        else:
            return False
    return True


def _prime(bits: int) -> int:
    while True:
        candidate = secrets.randbits(bits) | (3 << (bits - 2)) | 1
        if (candidate - 1) % PUBLIC_EXPONENT == 0 or any(candidate % prime == 0 for prime in _SMALL_PRIMES):
            continue
        if _passes_miller_rabin(candidate):
            return candidate


def _der(tag: int, body: bytes) -> bytes:
    size = len(body)
    if size < 128:
        return bytes([tag, size]) + body
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + body


def _der_integer(number: int) -> bytes:
    return _der(2, number.to_bytes(number.bit_length() // 8 + 1, "big"))


def _ssh_string(data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + data


def _ssh_integer(number: int) -> bytes:
    return _ssh_string(number.to_bytes(number.bit_length() // 8 + 1, "big"))


def generate_rsa_pair() -> tuple[str, str]:
    """Make an RSA pair. Returns (private key as PKCS#1 PEM, public key as an OpenSSH line)."""
    first, second = _prime(KEY_BITS // 2), _prime(KEY_BITS // 2)
    while first == second:
        second = _prime(KEY_BITS // 2)
    modulus, private = first * second, pow(PUBLIC_EXPONENT, -1, (first - 1) * (second - 1))
    numbers = (
        0,
        modulus,
        PUBLIC_EXPONENT,
        private,
        first,
        second,
        private % (first - 1),
        private % (second - 1),
        pow(second, -1, first),
    )
    der = _der(0x30, b"".join(_der_integer(number) for number in numbers))
    body = "\n".join(textwrap.wrap(base64.b64encode(der).decode(), 64))
    pem = f"-----BEGIN RSA PRIVATE KEY-----\n{body}\n-----END RSA PRIVATE KEY-----\n"
    blob = _ssh_string(b"ssh-rsa") + _ssh_integer(PUBLIC_EXPONENT) + _ssh_integer(modulus)
    return pem, f"ssh-rsa {base64.b64encode(blob).decode()} \n"


def fingerprint(public_key: str) -> str:
    """The MD5 fingerprint of an OpenSSH public key line, as colon separated hex pairs.

    Raises ValueError when the line is not a public key of a known type.
    """
    parts = public_key.split()
    if len(parts) < 2 or parts[0] not in KEY_TYPES:
        raise ValueError("not an OpenSSH public key")
    try:
        blob = base64.b64decode(parts[1], validate=True)
    except binascii.Error as error:
        raise ValueError("the key's body is not base64") from error
    if not blob.startswith(_ssh_string(parts[0].encode())):
        raise ValueError("the key's body is of another type than it says")
    digest = hashlib.md5(blob, usedforsecurity=False).hexdigest()
    return ":".join(digest[index : index + 2] for index in range(0, 32, 2))
