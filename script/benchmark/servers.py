"""The programs that are measured: the emulator, and a bare server that answers the same bytes."""

import json
import os
import random
import signal
import socket
import subprocess
import time
import urllib.parse
import urllib.request


class Emulator:
    """A running emulator, spoken to as MAAS's clients do."""

    def __init__(self, program, scratch, *flags, environment=None):
        self.file = os.path.join(scratch, f"emulator-{random.getrandbits(32):x}.env")
        begun = time.monotonic()
        self.process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--log", "off", "--env-file", self.file, *flags],
            stdout=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
        while not os.path.exists(self.file) or not self._read():
            if self.process.poll() is not None:
                raise SystemExit("the emulator did not start")
            time.sleep(0.002)
        self.url = self.values["MAAS_ENDPOINT"]
        self.key = self.values["MAAS_APIKEY"]
        self.control = self.values["MAAS_EMULATOR_URL"]
        self.get("version/")
        self.started = time.monotonic() - begun

    def _read(self):
        self.values = {}
        with open(self.file) as lines:
            for line in lines:
                name, _, value = line.strip().removeprefix("export ").partition("=")
                self.values[name] = value.strip("'")
        return "MAAS_EMULATOR_PID" in self.values

    def authorization(self):
        consumer, token, secret = self.key.split(":")
        return (
            f'OAuth oauth_version="1.0", oauth_signature_method="PLAINTEXT", oauth_consumer_key="{consumer}", '
            f'oauth_token="{token}", oauth_signature="%26{secret}", oauth_nonce="{random.getrandbits(64):x}", '
            f'oauth_timestamp="{int(time.time())}"')

    def get(self, path):
        return self._send(urllib.request.Request(f"{self.url}/api/2.0/{path}"))

    def post(self, path, **form):
        body = urllib.parse.urlencode(form, doseq=True).encode()
        return self._send(urllib.request.Request(f"{self.url}/api/2.0/{path}", data=body))

    def delete(self, path):
        return self._send(urllib.request.Request(f"{self.url}/api/2.0/{path}", method="DELETE"))

    def _send(self, request):
        request.add_header("Authorization", self.authorization())
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def json(self, path):
        return json.loads(self.get(path))

    def steer(self, path, body):
        request = urllib.request.Request(
            f"{self.control}/{path}", data=json.dumps(body).encode(), headers={"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def resident(self):
        """MB of memory."""
        with open(f"/proc/{self.process.pid}/status") as lines:
            return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    def processor(self):
        """Seconds of processor time so far."""
        with open(f"/proc/{self.process.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


class Bare:
    """A server that answers constant bytes: `command` PORT FILE."""

    def __init__(self, command, scratch, body):
        path = os.path.join(scratch, "body")
        with open(path, "wb") as file:
            file.write(body)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.process = subprocess.Popen([command, str(port), path], stdout=subprocess.PIPE)
        if self.process.stdout.readline().strip() != b"ready":
            raise SystemExit(f"{command} did not start")
        self.url = f"http://127.0.0.1:{port}"

    def stop(self):
        self.process.kill()
        self.process.wait()
