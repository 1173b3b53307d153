"""Translates phrases of the rule packs to what other programs understand: regular expressions and plain words.

Roughly: {word} becomes the word with its regular endings, @class its single words, ..4 up to four words. What contexts make
of a match (negation, quotation, who acts) no peer can express, so all of them have less to do than peerscope.
"""
import pathlib
import re

LIST = re.compile(r'^\s+- "((?:[^"\\]|\\.)*)"\s*$')


def classes(rules):
    """Word classes: name to their plain entries."""
    found = {}
    for path in sorted(pathlib.Path(rules, "vocabulary").glob("*.yaml")):
        text = re.sub(r" +#.*", "", path.read_text())
        for name, body in re.findall(r"^  ([a-z][a-z0-9-]*):\n((?:    .*\n|\n)+)", text, re.M):
            words = re.search(r"words:(.*)", body, re.S)
            entries = re.split(r"[,\n\[\]]|^\s*- ", words.group(1), flags=re.M) if words else []
            plain = [e.strip().strip('"') for e in entries]
            found[name] = [e for e in plain if re.fullmatch(r"[a-zA-Z][a-zA-Z' -]*", e)]
    return found


def phrases(rules):
    """(rule id, phrase) of every `find` list."""
    for path in sorted(pathlib.Path(rules).glob("*/*.yaml")):
        rule, inside = None, False
        for line in path.read_text().splitlines():
            head = re.match(r"^  - id: ([a-z0-9-]+)", line)
            if head:
                rule, inside = f"{path.parent.name}-{head.group(1)}", False
            elif re.match(r"^    [a-z-]+:", line):
                inside = line.startswith("    find:")
            item = LIST.match(line)
            if item and inside and rule:
                yield rule, item.group(1)


def escaped(words):
    """JavaScript takes no escape that is not needed."""
    return re.sub(r"([\\.*+?()\[\]{}|^$])", r"\\\1", words)


def regex(phrase, known):
    """The phrase as a regular expression, or None where it says what none of them can."""
    if re.search(r"[\^$!<]", phrase):
        return None
    out, optional_space = "", ""
    for token in re.findall(r"\.\.\d+|\{[^}]*\}\??|@[a-z0-9-]+\??|\(|\)\??|\||[^\s(){}|]+", phrase):
        optional = token.endswith("?")
        token = token.rstrip("?") if token != "?" else token
        if token.startswith(".."):
            out += r"(?:[\s,]+[\w']+){0,%s}?" % token[2:]
            continue
        if token in "(|)":
            if token == "(":
                out += optional_space + "(?:"
            elif token == "|":
                out += "|"
            else:
                out += ")" + ("?" if optional else "")
            optional_space = "" if token in "(|" else r"[\s/-]+"
            continue
        if token.startswith("{"):
            words = [word.split(":")[0] for word in token[1:-1].split("|")]
            piece = "(?:" + "|".join(escaped(w) + "(?:e?s|e?d|ing)?" for w in words) + ")"
        elif token.startswith("@"):
            words = known.get(token[1:])
            if not words:
                return None
            piece = "(?:" + "|".join(escaped(w) for w in words[:60]) + ")"
        else:
            piece = escaped(token).replace("-", "[ -]?")
        piece = optional_space + piece
        out += f"(?:{piece})?" if optional else piece
        optional_space = r"[\s/-]+"
    try:
        re.compile(out)
    except re.error:
        return None
    return rf"\b{out}\b"


def strange(phrase):
    """A phrase of the same shape whose plain words no text holds, or None where it has none."""
    body = re.sub(r"@[a-z0-9-]+|\.\.\d+|<[a-z]+>|:[npgv]\b", lambda m: " " * len(m.group()), phrase)
    words = [m for m in re.finditer(r"[a-z]{3,}", body)]
    if not words:
        return None
    for word in reversed(words):
        phrase = phrase[:word.start()] + word.group()[::-1] + "qx" + phrase[word.end():]
    return phrase
