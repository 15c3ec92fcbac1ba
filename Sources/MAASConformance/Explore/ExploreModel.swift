/// What there is, as the first endpoint answers it: what a sequence has made, what it has made and lost, and what was
/// there before.
struct ExploreModel: Sendable {
    /// One thing.
    struct Thing: Sendable, Equatable {
        let kind: String
        /// As it is referred to: an id, a name, a system id.
        let id: String
        /// What fills in `{name}` of paths.
        let variables: [String: String]
        /// Keys of its answer whose values requests refer to.
        var facts: [String: String] = [:]
    }

    private(set) var made: [Thing] = []
    private(set) var gone: [Thing] = []
    private(set) var there: [Thing] = []
    /// Values that requests have used: addresses, MACs, names.
    private(set) var used: [String: [String]] = [:]

    /// Keys of answers that requests refer to.
    private static let factKeys = ["id", "name", "hostname", "fqdn", "cidr", "mac_address", "vid", "system_id", "key"]

    func made(_ kind: String) -> [Thing] { made.filter { $0.kind == kind } }
    func gone(_ kind: String) -> [Thing] { gone.filter { $0.kind == kind } }
    func anything(_ kind: String) -> [Thing] { made(kind) + there.filter { $0.kind == kind } }

    /// What was listed before anything was made.
    mutating func list(_ path: String, _ content: JSON?) {
        guard
            let kind = ExploreTable.kinds.first(where: {
                $0.items[0].hasPrefix(path) && !path.isEmpty || $0.name + "/" == path
            })
        else { return }
        for element in content?.elements ?? [] {
            guard let id = element[kind.key]?.plain else { continue }
            let variable =
                ExploredOperation(method: "GET", path: kind.items[0], op: nil, parameters: [], isAnonymous: false)
                .variables.last ?? "id"
            there.append(Thing(kind: kind.name, id: id, variables: [variable: id], facts: Self.facts(element)))
            for vlan in element["vlans"]?.elements ?? [] {
                let variables = ["fabric_id": id, "vid": vlan["vid"]?.plain ?? "0", "id": vlan["id"]?.plain ?? ""]
                there.append(
                    Thing(kind: "vlans", id: variables["id"] ?? "", variables: variables, facts: Self.facts(vlan)))
            }
            for (key, kind) in [("interface_set", "interfaces"), ("blockdevice_set", "blockdevices")] {
                for part in element[key]?.elements ?? [] {
                    let own = part["id"]?.plain ?? ""
                    there.append(
                        Thing(
                            kind: kind, id: own, variables: ["system_id": id, "id": own, "device_id": own],
                            facts: Self.facts(part)))
                }
            }
        }
    }

    private static func facts(_ object: JSON) -> [String: String] {
        var facts: [String: String] = [:]
        for key in factKeys { facts[key] = object[key]?.plain }
        // A file's key stands in the address that everybody may read it at.
        facts["key"] = facts["key"] ?? object["anon_resource_uri"]?.text?.split(separator: "=").last.map(String.init)
        return facts
    }

    /// Remembers a value, so that it can be met again as one that is taken.
    mutating func use(_ value: String, as form: String) { used[form, default: []].append(value) }

    /// Learns from an answer what was made or went away.
    mutating func note(_ step: ExploredStep, _ answer: RecordedAnswer) {
        guard answer.isGood else { return }
        let (operation, variables) = (step.operation, step.variables)
        if operation.method == "DELETE" {
            for thing in made where thing.isAt(operation.path, variables) { forget(thing) }
            return
        }
        noteLinks(answer.content)
        if let kind = Self.removers[operation.op ?? ""], kind != "ipaddresses" || operation.path == "ipaddresses/" {
            let named = Set(step.request.fields.map(\.value))
            for thing in made where thing.kind == kind && named.contains(thing.id) { forget(thing) }
            return
        }
        // An upload is answered with nothing.
        if operation.name == "POST files/",
            let name = step.request.fields.first(where: { $0.name == "filename" })?.value
        {
            made.append(Thing(kind: "files", id: name, variables: ["filename": name]))
            return
        }
        if operation.op == "compose", let id = answer.content?["system_id"]?.plain {
            made.append(Thing(kind: "machines", id: id, variables: ["system_id": id]))
            return
        }
        let makers = ["create_bond": "interfaces", "create_bridge": "interfaces", "create_vlan": "interfaces"]
        let kind =
            makers[operation.op ?? ""].flatMap { name in ExploreTable.kinds.first { $0.name == name } }
            ?? ExploreTable.kinds.first { $0.maker == operation.name }
        guard let kind, let content = answer.content, let id = content[kind.key]?.plain else { return }
        var own = variables
        own["parent"] = own["id"]
        own[kind.key] = id
        for item in kind.items {
            for name in item.matches(of: /\{(\w+)\}/).map({ String($0.1) }) where own[name] == nil {
                own[name] = content[name]?.plain
            }
        }
        own["vid"] = content["vid"]?.plain
        if kind.name == "blockdevices" { own["device_id"] = id }
        if kind.key == "name" { own["name"] = id }
        if kind.name == "vlans" { own["id"] = id }
        made.append(Thing(kind: kind.name, id: id, variables: own, facts: Self.facts(content)))
        // A fabric comes with a VLAN.
        for vlan in content["vlans"]?.elements ?? [] where kind.name == "fabrics" {
            guard let own = vlan["id"]?.plain else { continue }
            let variables = ["fabric_id": id, "vid": vlan["vid"]?.plain ?? "0", "id": own]
            made.append(Thing(kind: "vlans", id: own, variables: variables, facts: Self.facts(vlan)))
        }
        for (key, kind) in [("interface_set", "interfaces"), ("blockdevice_set", "blockdevices")] {
            for part in content[key]?.elements ?? [] where content["system_id"] != nil {
                guard let own = part["id"]?.plain else { continue }
                made.append(Thing(kind: kind, id: own, variables: ["system_id": id, "id": own, "device_id": own]))
            }
        }
        for word in ["commissioning", "testing", "installation"] where content["system_id"] != nil {
            guard let own = content["current_\(word)_result_id"]?.whole.map(String.init) else { continue }
            made.append(Thing(kind: "results", id: own, variables: ["system_id": id, "id": own]))
        }
    }

    /// Operations that remove what their form names.
    private static let removers = [
        "delete_logical_volume": "logical-volumes", "delete_authorisation_token": "tokens", "release": "ipaddresses",
    ]

    /// An interface's links are those that its last answer has.
    private mutating func noteLinks(_ content: JSON?) {
        guard let links = content?["links"]?.elements, let interface = content?["id"]?.plain,
            let system = content?["system_id"]?.plain
        else { return }
        made.removeAll { $0.kind == "links" && $0.variables["parent"] == interface }
        for link in links {
            guard let id = link["id"]?.plain else { continue }
            made.append(Thing(kind: "links", id: id, variables: ["system_id": system, "parent": interface]))
        }
    }

    /// What is on the thing that a path names.
    func parts(_ kind: String, of variables: [String: String]) -> [Thing] {
        made(kind).filter {
            $0.variables["system_id"] == variables["system_id"] && $0.variables["parent"] == variables["id"]
        }
    }

    /// With a thing goes what is on it.
    private mutating func forget(_ thing: Thing) {
        let parts = made.filter { $0 == thing || $0.isOn(thing) }
        made.removeAll(where: parts.contains)
        gone += parts
    }
}

extension ExploreModel.Thing {
    /// True when the filled-in path is its address.
    func isAt(_ path: String, _ variables: [String: String]) -> Bool {
        guard let kind = ExploreTable.kinds.first(where: { $0.name == kind }), kind.items.contains(path) else {
            return false
        }
        return variables.allSatisfy { self.variables[$0.key] == nil || self.variables[$0.key] == $0.value }
    }

    /// True when it goes with the other.
    func isOn(_ other: ExploreModel.Thing) -> Bool {
        switch other.kind {
        case "machines", "devices": variables["system_id"] == other.id && kind != other.kind
        case "boot-sources": kind == "selections" && variables["boot_source_id"] == other.id
        case "fabrics": kind == "vlans" && variables["fabric_id"] == other.id
        default: false
        }
    }
}
