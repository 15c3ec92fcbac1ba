/// Makes values of parameters, by what `ExploreTable` says is usual for them.
struct ValueGenerator {
    let prefix: String
    /// Three octets each, of networks that neither endpoint has.
    let networks: [String]
    /// Settings that may be changed.
    let settings: [ExploreTable.Setting]
    /// Whether VM hosts may be registered, where nobody listens.
    let registersHosts: Bool
    var random: SeededGenerator
    private var counter = 0
    /// The setting whose value is next.
    private var setting: ExploreTable.Setting?

    init(
        prefix: String, networks: [String], settings: [ExploreTable.Setting] = [], registersHosts: Bool = false,
        random: SeededGenerator
    ) {
        (self.prefix, self.networks, self.settings) = (prefix, networks, settings)
        self.registersHosts = registersHosts
        self.random = random
    }

    /// A value of the kind that is asked for, or the nearest that the parameter has.
    mutating func value(_ values: String, _ kind: ValueKind, _ model: inout ExploreModel) -> String {
        if kind == .empty { return "" }
        let parts = values.dropFirst().split(separator: ":", maxSplits: 1).map(String.init)
        let rest = parts.count > 1 ? parts[1] : ""
        switch parts[0] {
        case "new": return name(kind, &model)
        case "text": return text(kind)
        case "int": return number(rest, kind)
        case "bool": return pick(bools(kind))
        case "one": return word(rest, kind)
        case "own": return reference(to: rest, kind, model) { $0.made($1) }
        case "ref": return reference(to: rest, kind, model) { $0.anything($1) }
        case "mac": return mac(kind, &model)
        case "ip": return address(kind, &model)
        case "cidr": return network(kind, &model)
        case "size": return pick(sizes(kind))
        case "email": return kind == .wrong ? pick(["nobody", "a@", "@b"]) : "\(prefix)\(next())@example.com"
        case "file": return kind == .border ? String(repeating: "0123456789", count: 900) : "\(prefix)\(next())\n"
        case "url": return url(kind)
        case "sshkey": return sshKey(kind, &model)
        case "sslkey": return sslKey(kind)
        // Nobody listens there: with a host that is deleted would go the machine that it is, whoever else has that too.
        // A MAAS in use would try for long, and gets no address at all.
        case "nohost": return !registersHosts ? "" : kind == .spelling ? "https://127.0.0.1:1" : "127.0.0.1:1"
        case "setting": return settingName(kind)
        case "settingvalue":
            // Any value of another setting may be one of this.
            guard let setting, kind != .never else { return pick(Self.odd) }
            return value(setting.values, kind, &model)
        case "script", "scriptfile": return kind == .wrong ? pick(["", "no script", "echo"]) : "#!/bin/sh\nexit 0\n"
        default: return pick(Self.odd)
        }
    }

    /// A value of a parameter that nothing is known of but its name.
    mutating func odd() -> String { pick(Self.odd) }

    private static let odd = [
        " ", "bogus", "0", "-1", "1", "2147483648", "99999999999999999999", "1.5", "1e3", "true", "None", "null",
        "ünïcödé ☃", "a,b", "'\"", "<b>", "%", "zz", "[]", "{\"a\": 1}", "x\ny", "+5", "0x10", "١",
        String(repeating: "a", count: 300),
    ]

    mutating func next() -> Int {
        counter += 1
        return counter
    }

    mutating func pick(_ values: [String]) -> String { random.one(of: values) ?? "" }

    /// Every name begins with the run's prefix, also one that should be refused.
    private mutating func name(_ kind: ValueKind, _ model: inout ExploreModel) -> String {
        let usual = "\(prefix)n\(next())"
        switch kind {
        case .taken: return model.used["name"].flatMap { random.one(of: $0) } ?? usual
        case .border: return usual + pick([String(repeating: "a", count: 40), String(repeating: "b", count: 260), "."])
        case .wrong: return usual + pick([" x", "_y", "/z", "ü", "<b>", "!", ".other.example", "\n"])
        case .spelling: return pick([usual.uppercased(), " \(usual)", "\(usual) "])
        default:
            model.use(usual, as: "name")
            return usual
        }
    }

    private mutating func text(_ kind: ValueKind) -> String {
        switch kind {
        case .border: pick([String(repeating: "x", count: 256), String(repeating: "y", count: 5000)])
        case .wrong, .spelling: pick(["<b>ü ☃</b>", "x\ny", "  blanks  ", "\"quotes'", "{{ }}", "%s %d", "\u{7F}"])
        default: pick(["a line", "b", "10"])
        }
    }

    private mutating func number(_ range: String, _ kind: ValueKind) -> String {
        let limits = range.split(separator: ".").compactMap { Int($0) }
        guard limits.count == 2 else { return "0" }
        switch kind {
        case .border:
            return pick(
                [limits[0], limits[1], limits[0] - 1, limits[1] + 1, 0, -1, 2_147_483_647, 2_147_483_648].map {
                    "\($0)"
                })
        case .wrong: return pick(["abc", "1.5", "1e3", "0x10", "99999999999999999999", "1 2", "١"])
        case .spelling: return pick([" \(limits[1])", "0\(limits[0])", "+\(limits[0])", "\(limits[0]).0"])
        default: return "\(Int.random(in: limits[0]...limits[1], using: &random))"
        }
    }

    private func bools(_ kind: ValueKind) -> [String] {
        switch kind {
        case .wrong, .border: ["maybe", "2", "-1", "truee"]
        case .spelling: ["True", "FALSE", "on", "off", "yes", "no", "1", "0", " true"]
        default: ["true", "false"]
        }
    }

    private func sizes(_ kind: ValueKind) -> [String] {
        switch kind {
        case .border: ["0", "-1", "1", "4194303", "4194304", "9223372036854775807", "1000000000000000"]
        case .wrong: ["big", "5Q", "1.5", "5 5", "G"]
        case .spelling: ["1G", "1GiB", "500M", "50%", "1g", "1.5G", " 1000000000"]
        default: ["1000000000", "8000000000", "5000000000", "2000000000"]
        }
    }

    private mutating func word(_ words: String, _ kind: ValueKind) -> String {
        let usual = pick(words.split(separator: "|").map { String($0).replacing("~", with: " ") })
        switch kind {
        case .wrong, .never: return pick(["bogus", usual + "x", "<b>"])
        case .spelling: return pick([usual.uppercased(), " \(usual)", "\(usual) "])
        case .border: return pick([String(repeating: "w", count: 300), usual])
        default: return usual
        }
    }

    private mutating func reference(
        _ kind: String, _ value: ValueKind, _ things: [ExploreModel.Thing], _ model: ExploreModel
    ) -> String {
        let usual = random.one(of: things)?.id ?? "987654321"
        switch value {
        case .gone: return random.one(of: model.gone(kind))?.id ?? "987654320"
        case .never: return pick(["987654321", "nothing", "-5"])
        case .wrong, .border: return pick(["x y", "1.5", "99999999999999999999", "[]", "None"])
        case .spelling: return pick([" \(usual)", "\(usual) ", usual.uppercased(), "\(usual),\(usual)"])
        default: return usual
        }
    }

    /// Of what is on the thing of the path; where nothing is, of anything.
    mutating func part(_ what: String, _ kind: ValueKind, _ variables: [String: String], _ model: ExploreModel)
        -> String
    {
        let own = model.parts(what, of: variables)
        return reference(what, kind, own.isEmpty || kind == .taken ? model.made(what) : own, model)
    }

    private mutating func settingName(_ kind: ValueKind) -> String {
        setting = random.one(of: settings)
        let name = setting?.name ?? "theme"
        return switch kind {
        case .wrong, .never, .gone: pick(["bogus", name + "x", "<b>"])
        case .spelling: pick([" \(name)", name.uppercased()])
        default: name
        }
    }

    /// `zones`, or `machines.hostname`.
    private mutating func reference(
        to what: String, _ kind: ValueKind, _ model: ExploreModel,
        _ choice: (ExploreModel, String) -> [ExploreModel.Thing]
    ) -> String {
        let parts = what.split(separator: ".").map(String.init)
        let things = choice(model, parts[0])
        guard parts.count == 2, kind == .usual || kind == .taken else {
            return reference(parts[0], kind, things, model)
        }
        return pick(things.compactMap { $0.facts[parts[1]] })
    }

    private mutating func mac(_ kind: ValueKind, _ model: inout ExploreModel) -> String {
        let number = Int.random(in: 0..<0xFF_FFFF, using: &random)
        let bytes = [0x02, 0x4D, next() & 0xFF, number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF]
        let pairs = bytes.map { String($0 + 0x100, radix: 16).suffix(2).description }
        let usual = pairs.joined(separator: ":")
        switch kind {
        case .taken: return model.used["mac"].flatMap { random.one(of: $0) } ?? usual
        case .wrong, .never, .border: return pick(["zz:00:00:00:00:01", "00:00:00", usual + ":07", "1", "x"])
        case .spelling: return pick([usual.uppercased(), pairs.joined(separator: "-"), pairs.joined(), " \(usual)"])
        default:
            model.use(usual, as: "mac")
            return usual
        }
    }

    /// Within the first of the run's networks, so that usual addresses fit the subnets that it makes.
    private mutating func address(_ kind: ValueKind, _ model: inout ExploreModel) -> String {
        let cidrs = model.made("subnets").compactMap { $0.facts["cidr"] }
        let base = random.one(of: cidrs)?.split(separator: ".").prefix(3).joined(separator: ".") ?? networks[0]
        let usual = "\(base).\(Int.random(in: 2...250, using: &random))"
        switch kind {
        case .taken: return model.used["ip"].flatMap { random.one(of: $0) } ?? "\(base).1"
        case .border: return pick(["\(base).0", "\(base).255", "\(base).1", "\(base).254"])
        case .never: return pick(["198.51.100.7", "2001:db8::7", "127.0.0.1", "0.0.0.0"])
        case .wrong: return pick(["\(base).300", "\(base)", "abc", "10", "fe80::zz"])
        case .spelling: return pick([" \(usual)", "\(usual) ", "\(usual)/24", "\(usual),\(base).9", "::ffff:\(usual)"])
        default:
            model.use(usual, as: "ip")
            return usual
        }
    }

    /// Only of the run's own networks: a wide one would hold subnets that are not the run's.
    private mutating func network(_ kind: ValueKind, _ model: inout ExploreModel) -> String {
        let base = pick(networks)
        switch kind {
        case .taken: return random.one(of: model.made("subnets"))?.facts["cidr"] ?? "\(base).0/24"
        case .border: return pick(["\(base).0/30", "\(base).0/31", "\(base).7/32", "\(base).128/25"])
        case .wrong, .never: return pick(["\(base).0/33", "\(base).0", "abc", "\(base).0/-1", "/24"])
        case .spelling: return pick(["\(base).5/24", "\(base).0/255.255.255.0", " \(base).0/24"])
        default: return "\(base).0/24"
        }
    }
}
