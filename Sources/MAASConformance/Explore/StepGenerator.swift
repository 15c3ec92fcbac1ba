import MAASClient

/// Chooses what to ask next, and makes the request of it.
struct StepGenerator {
    /// Who may be asked as, and where.
    struct Setting: Sendable {
        /// Whether requests can be signed by a user who is no administrator.
        var hasUser = false
        /// Whether nothing on either side is in use.
        var isBetweenEmulators = false
    }

    private struct Entry {
        let operation: ExploredOperation
        let template: Template?
        var weight: Int { template?.weight ?? 1 }
    }

    private let setting: Setting
    /// What is asked, by family.
    private let families: [(share: ClientShare, entries: [Entry], weight: Int)]
    private let total: Int
    /// How this sequence writes its requests.
    let manner: ClientManner
    private var values: ValueGenerator
    var random: SeededGenerator
    /// How often each operation was asked, in this sequence and those before.
    private var counts: [String: Int]
    /// What is to be asked as soon as what it needs is there, and the operation that was to make it, which is not tried
    /// twice in a row.
    private var wanted: (entry: Entry, maker: String?)?

    /// - Parameters:
    ///   - operations: what may be asked.
    ///   - counts: how often each was asked before.
    init(
        _ operations: [ExploredOperation], _ setting: Setting, counts: [String: Int] = [:], values: ValueGenerator,
        random: SeededGenerator
    ) {
        let entries = operations.compactMap { operation -> Entry? in
            let template = ExploreTable.templates[operation.name]
            // What nothing is known of is read, and not written.
            guard template != nil || operation.method == "GET", ExploreTable.leftOut[operation.name] == nil,
                setting.isBetweenEmulators || !(template?.isForEmulators ?? false)
            else { return nil }
            return Entry(operation: operation, template: template)
        }
        let groups = Dictionary(grouping: entries) { ClientShare($0.operation) }
        families = ClientShare.allCases.compactMap { share in
            groups[share].map { (share, $0, $0.reduce(0) { $0 + $1.weight }) }
        }
        total = families.reduce(0) { $0 + $1.share.weight }
        (self.setting, self.counts, self.values, self.random) = (setting, counts, values, random)
        manner = self.random.one(of: ClientManner.allCases) ?? .command
    }

    /// The operations that are asked.
    var asked: [ExploredOperation] { families.flatMap { $0.entries.map(\.operation) } }

    /// A family by its share, and of it an operation by its weight.
    private mutating func choice() -> Entry? {
        var place = Int.random(in: 0..<max(1, total), using: &random)
        let family = families.first { family in
            place -= family.share.weight
            return place < 0
        }
        guard let family else { return nil }
        place = Int.random(in: 0..<family.weight, using: &random)
        return family.entries.first { entry in
            place -= entry.weight
            return place < 0
        }
    }

    /// What would be asked next, were everything there that it needs.
    mutating func chosen() -> ExploredOperation? { choice()?.operation }

    /// One of those that were asked least, so that none is left out for being rare.
    private mutating func rarest() -> Entry? {
        let entries = families.flatMap(\.entries)
        let least = entries.map { counts[$0.operation.name, default: 0] }.min() ?? 0
        return random.one(of: entries.filter { counts[$0.operation.name, default: 0] == least })
    }

    /// The next request, and before it what makes the things that it needs. Nine of ten are chosen as clients choose.
    mutating func next(_ model: inout ExploreModel) -> ExploredStep? {
        if wanted == nil, random.chance(10), let rarest = rarest() {
            wanted = (rarest, nil)
            // Also when it cannot be asked: else nothing but that would be the rarest.
            counts[rarest.operation.name, default: 0] += 1
        }
        let step = wantedStep(&model) ?? chosenStep(&model)
        if let step { counts[step.operation.name, default: 0] += 1 }
        return step
    }

    private mutating func wantedStep(_ model: inout ExploreModel) -> ExploredStep? {
        guard let (entry, maker) = wanted else { return nil }
        if let missing = missing(for: entry.operation, entry.template, model),
            let step = made(missing, &model, depth: 0), step.operation.name != maker
        {
            wanted = (entry, step.operation.name)
            return step
        }
        wanted = nil
        return step(entry.operation, entry.template, &model, isPlain: random.chance(50))
    }

    private mutating func chosenStep(_ model: inout ExploreModel) -> ExploredStep? {
        guard let chosen = choice() else { return nil }
        // Of what is needed and not there, one is made first; the next call goes on.
        if let missing = missing(for: chosen.operation, chosen.template, model), random.chance(95) {
            return made(missing, &model, depth: 0)
        }
        return step(chosen.operation, chosen.template, &model, isPlain: random.chance(35))
    }

    /// Kinds of things that an operation refers to and that the run has none of.
    private func missing(
        for operation: ExploredOperation, _ template: Template?, _ model: ExploreModel
    ) -> String? {
        if let kind = holder(of: operation.path) {
            let things = mayBeAny(operation, template, kind) ? model.anything(kind) : model.made(kind)
            if things.isEmpty { return canMake(kind) ? kind : nil }
        }
        for parameter in template?.parameters ?? [] where !parameter.isOptional && parameter.values.hasPrefix("@own:") {
            let kind = parameter.kindOfThing ?? ""
            if model.made(kind).isEmpty { return kind }
        }
        return nil
    }

    /// Whether an operation leaves what the run did not make as it is.
    private func mayBeAny(_ operation: ExploredOperation, _ template: Template?, _ kind: String) -> Bool {
        if template?.isForOwn ?? false { return false }
        if template?.isForRefusal ?? false { return true }
        // What the power is at the moment, MAAS keeps.
        let isRead = operation.method == "GET" && operation.op != "query_power_state"
        return isRead || kind == "vm-hosts" && operation.op == "compose"
    }

    /// A MAAS in use is given no VM hosts.
    private func canMake(_ kind: String) -> Bool {
        ExploreTable.kinds.contains { $0.name == kind && $0.maker != "-" }
            && (kind != "vm-hosts" || setting.isBetweenEmulators)
    }

    /// A step that makes a thing of a kind, or one that the thing needs first.
    private mutating func made(_ kind: String, _ model: inout ExploreModel, depth: Int) -> ExploredStep? {
        guard depth < 6, let maker = ExploreTable.kinds.first(where: { $0.name == kind })?.maker,
            let entry = families.lazy.flatMap(\.entries).first(where: { $0.operation.name == maker })
        else { return nil }
        if let missing = missing(for: entry.operation, entry.template, model) {
            return made(missing, &model, depth: depth + 1)
        }
        return step(entry.operation, entry.template, &model, isPlain: true)
    }

    /// The kind of thing that a path is about: the one that is there, or the one that holds what is asked for.
    private func holder(of path: String) -> String? {
        if let kind = ExploreTable.kinds.first(where: { $0.items.contains(path) }) { return kind.name }
        guard let last = path.matches(of: /\{(\w+)\}/).last.map({ String($0.1) }) else { return nil }
        switch last {
        case "system_id": return path.hasPrefix("devices/") ? "devices" : "machines"
        case "fabric_id": return "fabrics"
        case "device_id": return "blockdevices"
        case "boot_source_id": return "boot-sources"
        default: return nil
        }
    }

    private mutating func step(
        _ operation: ExploredOperation, _ template: Template?, _ model: inout ExploreModel, isPlain: Bool
    ) -> ExploredStep? {
        var kinds: [String: ValueKind] = [:]
        guard let variables = variables(operation, template, model, isPlain: isPlain, &kinds) else { return nil }
        var path = operation.path
        for (name, value) in variables { path = path.replacing("{\(name)}", with: value.percentEncoded) }
        var request = RecordedRequest(method: operation.method, path: path)
        if let op = operation.op { request.query = [RecordedPair("op", op)] }
        let pairs = pairs(operation, template, variables, &model, isPlain: isPlain, &kinds)
        if operation.method == "GET" || operation.method == "DELETE" {
            request.query += pairs
        } else if let file = template?.parameters.first(where: \.isFile)?.name {
            request.body = .multipart(
                pairs.map {
                    RecordedPart(name: $0.name, filename: $0.name == file ? "f" : nil, contents: .init($0.value.utf8))
                })
        } else {
            write(pairs, operation.op, &request, isPlain: isPlain)
        }
        if template?.isForRefusal ?? false {
            request.sender = setting.hasUser && random.chance(80) ? .user : .nobody
        } else if !isPlain {
            depart(&request, operation)
        }
        return ExploredStep(operation: operation, variables: variables, request: request, kinds: kinds)
    }

    /// What fills in the path: something that the run made, or for reading anything; now and then nothing that is there.
    private mutating func variables(
        _ operation: ExploredOperation, _ template: Template?, _ model: ExploreModel, isPlain: Bool,
        _ kinds: inout [String: ValueKind]
    ) -> [String: String]? {
        guard let leaf = operation.variables.last else { return [:] }
        guard let kind = holder(of: operation.path) else {
            // No kind of thing is known there: only what is not there can be asked for.
            kinds["{\(leaf)}"] = .never
            return Dictionary(operation.variables.map { ($0, "987654321") }) { first, _ in first }
        }
        let mayBeAny = mayBeAny(operation, template, kind)
        var things = mayBeAny && random.chance(50) ? model.anything(kind) : model.made(kind)
        if things.isEmpty, mayBeAny { things = model.anything(kind) }
        if !isPlain, random.chance(4), let lost = random.one(of: model.gone(kind)) {
            kinds["{\(leaf)}"] = .gone
            return filled(operation, lost)
        }
        guard let thing = random.one(of: things) else {
            // What cannot be made is asked for as what never was.
            guard !canMake(kind), random.chance(50) else { return nil }
            kinds["{\(leaf)}"] = .never
            return Dictionary(operation.variables.map { ($0, "987654321") }) { first, _ in first }
        }
        var variables = filled(operation, thing)
        kinds["{\(leaf)}"] = .usual
        if !isPlain, random.chance(4) {
            // MAAS itself has things with the id 0: those may be read only.
            let odd = ["987654321", "nothing", "99999999999999999999", "x y", "%"]
            variables[leaf] = random.one(of: operation.method == "GET" ? odd + ["0", "-1", "1.0", "01"] : odd)
            kinds["{\(leaf)}"] = .never
        }
        return variables
    }

    private func filled(_ operation: ExploredOperation, _ thing: ExploreModel.Thing) -> [String: String] {
        Dictionary(operation.variables.map { ($0, thing.variables[$0] ?? thing.id) }) { first, _ in first }
    }

    private mutating func pairs(
        _ operation: ExploredOperation, _ template: Template?, _ variables: [String: String],
        _ model: inout ExploreModel, isPlain: Bool, _ kinds: inout [String: ValueKind]
    ) -> [RecordedPair] {
        var pairs: [RecordedPair] = []
        let parameters = template?.parameters ?? []
        let varied = isPlain ? nil : random.one(of: parameters.filter { !$0.isFixed })?.name
        let isFilter = operation.method == "GET" && parameters.count > 5
        for parameter in parameters {
            if parameter.isOptional, parameter.name != varied {
                // What nothing is there for is refused for that alone.
                guard random.chance(isPlain ? 10 : isFilter ? 12 : 30), hasThings(for: parameter, model) else {
                    continue
                }
            }
            var kind = ValueKind.usual
            if parameter.name == varied {
                kind =
                    random.one(of: [
                        .usual, .border, .wrong, .empty, .spelling, .taken, .gone, .never, .repeated, .absent,
                    ]) ?? .usual
            }
            kinds[parameter.name] = kind
            if kind == .absent { continue }
            for kind in kind == .repeated ? [kind, .usual] : [kind] {
                let value =
                    parameter.isPart
                    ? values.part(parameter.kindOfThing ?? "", kind, variables, model)
                    : values.value(parameter.values, kind, &model)
                pairs.append(RecordedPair(parameter.name, value))
            }
        }
        guard !isPlain else { return pairs }
        if random.chance(6) {
            pairs.append(RecordedPair(random.one(of: ["bogus", "x", "format"]) ?? "bogus", values.odd()))
            kinds["(unknown)"] = .unknown
        }
        return pairs
    }

    private func hasThings(for parameter: Template.Parameter, _ model: ExploreModel) -> Bool {
        guard let kind = parameter.kindOfThing else { return true }
        return !(parameter.values.hasPrefix("@own:") ? model.made(kind) : model.anything(kind)).isEmpty
    }

    /// Mostly as the sequence's client writes, at times as another one, at times as none does.
    private mutating func write(
        _ pairs: [RecordedPair], _ op: String?, _ request: inout RecordedRequest, isPlain: Bool
    ) {
        switch isPlain ? 0 : Int.random(in: 0..<100, using: &random) {
        case 0..<80: manner.write(pairs, op: op, &request)
        case 80..<88: request.body = .form(pairs)
        case 88..<94: request.body = ClientManner.multipart(pairs)
        default:
            var members: [JSON.Member] = []
            for pair in pairs where !members.contains(where: { $0.key == pair.name }) {
                let number = random.chance(50) ? Int(pair.value).map { JSON.int($0) } : nil
                members.append(.init(pair.name, number ?? .string(pair.value)))
            }
            request.body = .json(.object(members))
        }
    }

    /// Another sender, a wrong signature, a method or a path that is not there.
    private mutating func depart(_ request: inout RecordedRequest, _ operation: ExploredOperation) {
        switch Int.random(in: 0..<200, using: &random) {
        case 0..<16: if setting.hasUser { request.sender = .user }
        case 16..<20: request.sender = .nobody
        case 20..<23: request.sender = .stranger
        case 23..<26: request.signature = .object([.init("wrong", .bool(true))])
        case 26..<28: request.signature = .object([.init("method", .string("HMAC-SHA1"))])
        case 28..<31: request.method = "PATCH"
        case 31..<36 where operation.method == "GET": request.path = String(request.path.dropLast())
        case 36..<39 where operation.method == "GET":
            request.query = [RecordedPair("op", "bogus")]
        default: break
        }
    }
}
