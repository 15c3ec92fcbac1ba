#!/usr/bin/env python3
"""Writes the Swift of MAASClient that repeats itself: calls, parameters, objects, and a test of every call.

    script/generate-client.py           writes the files anew
    script/generate-client.py --check   fails when they are not what it would write

It reads Sources/MAASClient/Description: operations.json (paths, methods, parameters, answers) and objects.json (what
MAAS answers). To change a generated file, change the description and run this; what cannot be described so is written by
hand in an extension of the generated type.
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
DESCRIPTION = ROOT / "Sources/MAASClient/Description"
HEAD = "// Written by script/generate-client.py; change Description/{} instead.\n\n"

ACRONYMS = {
    word.lower(): word
    for word in (
        "API ARP BMC CIDR CPU DHCP DNS DPU FD FQDN HWE ID IP KVM LACP LV MAC MDNS MTU NUMA OS RA RDNS SHA256 SSH SSL"
        " STP TTL URI URL UUID VG VID VLAN VM"
    ).split()
} | {"ips": "IPs", "macs": "MACs", "vlans": "VLANs", "ipv4": "IPv4"}
KEYWORDS = {"protocol", "default", "import", "in", "repeat", "operator", "static", "is", "self", "public", "internal"}
TEXTS = {"Void": "perform", "String": "text", "Data": "data"}
MOST_ARGUMENTS = 4


def camel(name):
    first, *rest = re.split(r"[-_]", name)
    joined = first.lower()
    for part in rest:
        joined += part if part.isdigit() else ACRONYMS.get(part, part[:1].upper() + part[1:])
    return joined


def quoted(name):
    return f"`{name}`" if name in KEYWORDS else name


def comment(text, indent):
    """A doc comment, wrapped."""
    words, lines, line = text.split(), [], ""
    for word in words:
        if line and len(line) + len(word) + 1 > 112 - indent:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    return "".join(f"{' ' * indent}/// {line}\n" for line in lines)


def sentence(text):
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."


class Parameter:
    """One parameter of an operation, as Swift has it."""

    SWIFT = {"csv": "[String]", "base64": "Data", "file": "Data", "pairs": "[String: String]",
             "power": "[String: String]", "digit": "Bool"}
    SAMPLES = {
        "String": '"x"', "Int": "7", "Double": "1.5", "Bool": "true", "[String]": '["x", "y"]', "[Int]": "[7, 8]",
        "[Double]": "[1.5]", "csv": '["x", "y"]', "base64": 'Data("x".utf8)', "file": 'Data("x".utf8)',
        "pairs": '["KEY": "x"]', "power": '["x": "y"]', "digit": "true", "LinkMode": ".static", "StopMode": ".soft",
        "IPRangeType": ".dynamic", "RAIDLevel": ".raid1", "CacheMode": ".writeback", "NotificationCategory": ".info",
        "StorageConstraint": "[DiskConstraint(.gigabytes(8))]",
        "InterfaceConstraints": '["a": [.subnet(7)]]',
        "DeviceConstraints": '[.vendorID("x")]',
    }

    def __init__(self, data):
        self.key = data["name"]
        self.kind = data["type"]
        self.required = data["required"]
        self.about = sentence(data["about"])
        self.name = data.get("swift") or ("values" if self.kind == "pairs" else camel(self.key))
        self.type = self.SWIFT.get(self.kind, self.kind)

    @property
    def declared(self):
        return self.type if self.required or self.kind == "pairs" else self.type + "?"

    @property
    def sample(self):
        return self.SAMPLES[self.kind]

    def adding(self):
        """The statement that adds it to `params`."""
        name = quoted(self.name)
        if self.kind == "pairs":
            return f"for (key, value) in {name}.sorted(by: {{ $0.key < $1.key }}) {{ params.set(key, value) }}"
        if self.kind == "power":
            return f'params.set(prefix: "power_parameters_", {name})'
        if self.kind == "csv":
            return f'params.set("{self.key}", joined: {name})'
        if self.kind == "digit":  # MAAS reads 1 and 0 there, and no words
            return f'params.set("{self.key}", {name} ? 1 : 0)'
        if self.kind == "base64":
            data = name if self.required else name + "?"
            return f'params.set("{self.key}", {data}.base64EncodedString())'
        if self.kind.startswith("["):
            return f'params.add("{self.key}", each: {name})'
        return f'params.set("{self.key}", {name})'


class Operation:
    """One operation of one resource."""

    def __init__(self, resource, data):
        self.resource = resource
        self.method, self.op, self.call = data["method"], data["op"], data["call"]
        self.about, self.answer = sentence(data["about"]), data["answer"]
        self.since, self.until = data.get("since"), data.get("until")
        self.once, self.by_hand = data.get("once", False), data.get("byHand")
        self.no_default = data.get("noDefault", False)
        self.parameters = [Parameter(each) for each in data.get("parameters", [])]
        self.parameters.sort(key=lambda each: not each.required)
        self.struct = data.get("parametersType")
        self.files = [each for each in self.parameters if each.kind == "file"]
        self.flat = self.by_hand is None and 0 < len(self.parameters) <= MOST_ARGUMENTS
        if self.struct == "VMHostRegistration" or data.get("asStruct"):
            self.flat = False

    @property
    def is_query(self):
        return self.method in ("GET", "DELETE")

    @property
    def place(self):
        return f"`{self.method} {self.resource.path}" + (f"?op={self.op}`" if self.op else "`")

    def versions(self):
        if self.since:
            return f" Since MAAS {self.since}."
        if self.until:
            return f" Gone after MAAS {self.until}."
        return ""

    def label(self, parameter):
        alone = len(self.parameters) == 1 and (parameter.required or parameter.kind == "pairs") and parameter.name != "to"
        return "_ " if alone else ""

    def signature(self):
        if self.flat:
            return ", ".join(
                f"{self.label(each)}{quoted(each.name)}: {each.declared}"
                + ("" if each.required or each.kind == "pairs" else " = nil")
                for each in self.parameters
            )
        if self.parameters:
            default = "" if self.no_default or any(each.required for each in self.parameters) else f" = {self.struct}()"
            return f"_ parameters: {self.struct}{default}"
        return ""

    def swift(self):
        text = comment(f"{self.about} (MAAS: {self.place}).{self.versions()}".replace(". (MAAS", " (MAAS"), 4)
        if self.flat:
            many = len(self.parameters) > 1
            if many:
                text += "    /// - Parameters:\n"
            for each in self.parameters:
                head = f"  - {quoted(each.name)}:" if many else f"- Parameter {quoted(each.name)}:"
                text += f"    /// {head} {each.about[:1].lower() + each.about[1:] if each.about[1:2].islower() else each.about}\n"
        if not self.is_query and self.answer not in TEXTS:
            text += "    @discardableResult\n"
        answer = "" if self.answer == "Void" else f" -> {self.answer}"
        text += f"    public func {quoted(self.call)}({self.signature()}) async throws{answer} {{\n"
        send = TEXTS.get(self.answer, "decode")
        arguments = [f'"{self.method}"', "path"]
        if self.op:
            arguments.append(f'op: "{self.op}"')
        kind = "query" if self.is_query else "form"
        if self.flat and not self.files:
            text += "        var params = Params()\n"
            text += "".join(f"        {each.adding()}\n" for each in self.parameters)
            arguments.append(f"{kind}: params")
        elif self.flat:
            text += "        var params = Params()\n"
            text += "".join(f"        {each.adding()}\n" for each in self.parameters if each.kind != "file")
            arguments.append(f"{kind}: params")
        elif self.parameters:
            arguments.append(f"{kind}: parameters.params")
        elif self.method in ("POST", "PUT"):
            arguments.append("form: Params()")
        if self.once:
            arguments.append("mayRetry: false")
        call = f"APICall({', '.join(arguments)})"
        if self.files:
            text += f"        var call = {call}\n"
            if self.flat:
                text += "".join(f'        call.add("{each.key}", file: {each.name})\n' for each in self.files)
            else:
                text += "        call.files = parameters.files\n"
            call = "call"
        result = "return " if "        var " in text and send != "perform" else ""
        text += f"        {result}try await connection.{send}({call})\n"
        return text + "    }\n"

    def sample_call(self):
        """The call as the test of every operation writes it, with every parameter set."""
        target = self.resource.sample()
        if self.flat:
            arguments = ", ".join(
                each.sample if self.label(each) else f"{each.name}: {each.sample}" for each in self.parameters)
        elif self.parameters:
            arguments = f"{self.struct}({', '.join(f'{each.name}: {each.sample}' for each in self.parameters)})"
            arguments += ".params" if self.by_hand == "composer.compose" else ""
        else:
            arguments = ""
        if self.by_hand == "powerOff":
            arguments = '.soft, comment: "x"'
        if self.by_hand == "put":
            arguments = 'Data("x".utf8)'
        return f"{target}.{self.by_hand or quoted(self.call)}({arguments})"


class Resource:
    """A path, or the type that has its calls."""

    all = {}

    def __init__(self, data):
        self.type, self.area, self.path, self.about = data["type"], data["area"], data["path"], data["about"]
        self.conforms, self.stores = data.get("conforms"), data.get("stores", [])
        self.accessors = data["accessors"]
        self.operations = [Operation(self, each) for each in data["operations"]]
        Resource.all.setdefault(self.type, self)

    def sample(self):
        """An expression for one of these, from a client on."""
        if not self.accessors:
            return "$0"
        accessor = self.accessors[0]
        parent = accessor["in"]
        start = {"MAASClient": "$0", "NodeScoped": '$0.machines.machine("x")'}.get(parent) or Resource.all[parent].sample()
        declaration = accessor["declaration"]
        if "(" not in declaration:
            return f"{start}.{declaration}"
        name, arguments = declaration.rstrip(")").split("(", 1)
        values = []
        for argument in arguments.split(", "):
            labels, kind = argument.split(": ")
            value = "7" if kind == "Int" else '"x"'
            label = labels.split()[0]
            values.append(value if label == "_" else f"{label}: {value}")
        return f"{start}.{name}({', '.join(values)})"

    def struct(self):
        if self.type == "MAASClient":
            return ""
        text = comment(f"{sentence(self.about)[:-1]} (MAAS: {self.path}).", 0)
        text += f"public struct {self.type}: {self.conforms or 'Sendable'} {{\n"
        text += "    /// What its calls are sent by.\n    public let connection: APIConnection\n    let path: String\n"
        for each in self.stores:
            text += comment(each["about"], 4) + f"    public let {each['name']}: {each['type']}\n"
        return text + "}\n\n"

    def accessor_extensions(self):
        text = ""
        for each in self.accessors:
            stored = "".join(f", {one['name']}: {one['name']}" for one in self.stores)
            body = f"{self.type}(connection: connection, path: {each['path']}{stored})"
            text += f"extension {each['in']} {{\n" + comment(each["about"], 4)
            if "(" in each["declaration"]:
                text += f"    public func {each['declaration']} -> {self.type} {{\n        {body}\n    }}\n}}\n\n"
            else:
                text += f"    public var {each['declaration']}: {self.type} {{ {body} }}\n}}\n\n"
        return text

    def swift(self):
        text = self.struct()
        calls = [each.swift() for each in self.operations if each.by_hand is None]
        if calls:
            text += f"extension {self.type} {{\n" + "\n".join(calls) + "}\n\n"
        text += self.accessor_extensions()
        needs = "import Foundation\n\n" if "Data" in text else ""
        return HEAD.format("operations.json") + needs + text


def parameters_file(operation):
    """The struct with an operation's parameters."""
    fields = operation.parameters
    text = comment(f"The parameters of {operation.place}: {operation.about[:1].lower()}{operation.about[1:]}", 0)
    text += f"public struct {operation.struct}: OperationParameters {{\n"
    for each in fields:
        text += comment(each.about, 4) + f"    public var {quoted(each.name)}: {each.declared}\n"
    text += "    /// What MAAS takes besides, by its own names.\n    public var others = Params()\n\n"
    arguments = ", ".join(f"{each.name}: {each.declared}" + ("" if each.required else " = nil") for each in fields)
    needed = [each.name for each in fields if each.required]
    text += comment(
        f"What is left out is MAAS's choice; it needs {', '.join(f'`{name}`' for name in needed)}." if needed
        else "What is left out is MAAS's choice, or stays as it is.", 4)
    text += f"    public init({arguments}) {{\n"
    text += "".join(f"        self.{each.name} = {quoted(each.name)}\n" for each in fields) + "    }\n\n"
    text += "    /// Everything that will be sent, under MAAS's names.\n    public var params: Params {\n"
    text += "        var params = Params()\n"
    text += "".join(f"        {each.adding()}\n" for each in fields if each.kind != "file")
    text += "        params.merge(others)\n        return params\n    }\n"
    if operation.files:
        text += "\n    /// What is sent as files.\n    var files: [FilePart] {\n        [\n"
        text += "".join(
            f'            {each.name}.map {{ FilePart("{each.key}", filename: "{each.key}", content: $0) }},\n'
            if not each.required else f'            FilePart("{each.key}", filename: "{each.key}", content: {each.name}),\n'
            for each in operation.files)
        text += "        ].compactMap(\\.self)\n    }\n"
    text += "}\n"
    needs = "import Foundation\n\n" if ": Data" in text else ""
    return HEAD.format("operations.json") + needs + text


def object_file(data):
    text = comment(data["about"], 0) + f"public struct {data['name']}: MAASObject {{\n"
    fields = [(each["key"], each.get("swift") or camel(each["key"]), each["type"], each["about"]) for each in data["fields"]]
    for _, name, kind, about in fields:
        text += comment(about, 4) + f"    public var {quoted(name)}: {kind.rstrip('=')}\n"
    text += "    /// What MAAS sent besides, by its own names.\n    public var others: [String: JSONValue]\n\n"
    text += "    /// One as a test makes it.\n    public init("
    for _, name, kind, _ in fields:
        default = " = nil" if kind.endswith("?") else " = []" if kind.endswith("=") else ""
        text += f"{name}: {kind.rstrip('=')}{default}, "
    text += "others: [String: JSONValue] = [:]) {\n"
    text += "".join(f"        self.{name} = {quoted(name)}\n" for _, name, _, _ in fields)
    text += "        self.others = others\n    }\n\n"
    text += "    /// Reads MAAS's object.\n    public init(from decoder: any Decoder) throws {\n"
    text += "        var reader = try ObjectReader(decoder)\n"
    for key, name, kind, _ in fields:
        read = f'reader.optional("{key}")' if kind.endswith(("?", "=")) else f'reader.value("{key}")'
        default = " ?? []" if kind.endswith("=") else ""
        text += f"        {quoted(name)} = try {read}{default}\n"
    text += "        others = try reader.others()\n    }\n\n"
    text += "    /// Writes it as MAAS does.\n    public func encode(to encoder: any Encoder) throws {\n"
    text += "        var writer = try ObjectWriter(encoder, others)\n"
    text += "".join(f'        try writer.write("{key}", {quoted(name)})\n' for key, name, _, _ in fields)
    return HEAD.format("objects.json") + text + "    }\n}\n"


def word_file(data):
    words = [(each["word"], quoted(camel(each["word"])), each["about"]) for each in data["words"]]
    text = comment(data["about"], 0) + f"public enum {data['name']}: MAASWord, CaseIterable {{\n"
    text += "".join(comment(about, 4) + f"    case {name}\n" for _, name, about in words)
    text += "    /// A word that this client does not know.\n    case other(String)\n\n"
    text += "    /// Those that this client knows.\n    public static let allCases: [Self] = ["
    text += ", ".join(f".{name}" for _, name, _ in words) + "]\n\n"
    text += "    /// The word with this text, known or not.\n    public init(_ word: String) {\n        switch word {\n"
    text += "".join(f'        case "{word}": self = .{name}\n' for word, name, _ in words)
    text += "        default: self = .other(word)\n        }\n    }\n\n"
    text += "    /// As MAAS writes it.\n    public var rawValue: String {\n        switch self {\n"
    text += "".join(f'        case .{name}: "{word}"\n' for word, name, _ in words)
    text += "        case .other(let word): word\n        }\n    }\n}\n"
    return HEAD.format("objects.json") + text


def test_file(area, resources):
    text = HEAD.format("operations.json") + "import Foundation\nimport MAASClient\n\n"
    text += f"extension EveryCall {{\n    static let {area[0].lower() + area[1:]}: [EveryCall] = [\n"
    for resource in resources:
        for operation in resource.operations:
            op = f'"{operation.op}"' if operation.op else "nil"
            text += f'        .init("{operation.method}", "{resource.path}", {op}) {{\n'
            result = "" if operation.answer == "Void" else "_ = "
            text += f"            {result}try await {operation.sample_call()}\n        }},\n"
    return text + "    ]\n}\n"


def files():
    """Every generated file, by its path below the root."""
    resources = [Resource(each) for each in json.loads((DESCRIPTION / "operations.json").read_text())]
    objects = json.loads((DESCRIPTION / "objects.json").read_text())
    written, kept, client = {}, {}, [each for each in resources if each.type == "MAASClient"]
    for resource in resources:
        if resource.type != "MAASClient":
            written[f"Sources/MAASClient/Generated/{resource.area}/{resource.type}.swift"] = resource.swift()
        for operation in resource.operations:
            if operation.struct and not operation.flat:
                path = f"Sources/MAASClient/Generated/{resource.area}/Parameters/{operation.struct}.swift"
                known = kept.setdefault(operation.struct, operation)
                if [each.__dict__ for each in known.parameters] != [each.__dict__ for each in operation.parameters]:
                    sys.exit(f"{operation.struct} has other parameters for {known.place} than for {operation.place}")
                if known is operation:
                    written[path] = parameters_file(operation)
    region = HEAD.format("operations.json") + "import Foundation\n\nextension MAASClient {\n"
    region += "\n".join(call.swift() for each in client for call in each.operations)
    region += "}\n"
    for each in client:
        for call in each.operations:
            region = region.replace(f'"{call.method}", path)', f'"{call.method}", "{each.path}")', 1)
    written["Sources/MAASClient/Generated/Region/MAASClient+Region.swift"] = region
    for data in objects["objects"]:
        written[f"Sources/MAASClient/Generated/{data['area']}/Objects/{data['name']}.swift"] = object_file(data)
    for data in objects["words"]:
        written[f"Sources/MAASClient/Generated/{data['area']}/Objects/{data['name']}.swift"] = word_file(data)
    areas = list(dict.fromkeys(each.area for each in resources))
    for area in areas:
        several = [each for each in resources if each.area == area]
        written[f"Tests/MAASClientTests/EveryCall/EveryCall+{area}.swift"] = test_file(area, several)
    names = ", ".join(area[0].lower() + area[1:] for area in areas)
    written["Tests/MAASClientTests/EveryCall/EveryCall+All.swift"] = (
        HEAD.format("operations.json") + "extension EveryCall {\n    static let all: [EveryCall] = ["
        + names + "].flatMap(\\.self)\n}\n")
    return written


def formatted(written):
    """The files as `swift format` lays them out."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in written.items():
            file = pathlib.Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        subprocess.run(
            ["swift", "format", "--in-place", "--recursive", "--parallel", "--configuration", ROOT / ".swift-format", folder],
            check=True)
        return {path: (pathlib.Path(folder) / path).read_text() for path in written}


def main():
    written = formatted(files())
    folders = [ROOT / "Sources/MAASClient/Generated", ROOT / "Tests/MAASClientTests/EveryCall"]
    present = {str(file.relative_to(ROOT)) for folder in folders for file in folder.rglob("*.swift")
               if file.read_text().startswith(HEAD[:40])}
    if sys.argv[1:] == ["--check"]:
        wrong = sorted(present - written.keys()) + sorted(
            path for path, text in written.items() if not (ROOT / path).exists() or (ROOT / path).read_text() != text)
        if wrong:
            sys.exit("not as script/generate-client.py would write it: " + ", ".join(wrong))
        return
    for path in present - written.keys():
        (ROOT / path).unlink()
    for path, text in written.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text)
    print(f"{len(written)} files")


main()
