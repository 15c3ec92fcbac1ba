/// What the explorer knows of MAAS's operations beyond their descriptions: what is usual, what gives a thing its id, and
/// what must stay as it is so that nothing is touched that the run did not make.
enum ExploreTable {
    /// A kind of thing that can be made: who makes it, where one is, and which keys of an answer name it.
    struct Kind: Sendable {
        let name: String
        let maker: String
        let items: [String]
        let key: String
    }

    /// Kind, operation that makes one, addresses of one, and the key of its id.
    static let kinds: [Kind] = """
        zones | POST zones/ | zones/{name}/ | name
        resourcepools | POST resourcepools/ | resourcepool/{id}/ | id
        tags | POST tags/ | tags/{name}/ | name
        fabrics | POST fabrics/ | fabrics/{id}/ | id
        vlans | POST fabrics/{fabric_id}/vlans/ | fabrics/{fabric_id}/vlans/{vid}/ vlans/{id}/ | id
        spaces | POST spaces/ | spaces/{id}/ | id
        subnets | POST subnets/ | subnets/{id}/ | id
        ipranges | POST ipranges/ | ipranges/{id}/ | id
        domains | POST domains/ | domains/{id}/ | id
        dnsresources | POST dnsresources/ | dnsresources/{id}/ | id
        dnsresourcerecords | POST dnsresourcerecords/ | dnsresourcerecords/{id}/ | id
        reservedips | POST reservedips/ | reservedips/{id}/ | id
        static-routes | POST static-routes/ | static-routes/{id}/ | id
        devices | POST devices/ | devices/{system_id}/ | system_id
        machines | POST machines/ | machines/{system_id}/ nodes/{system_id}/ | system_id
        interfaces | POST nodes/{system_id}/interfaces/ create_physical | nodes/{system_id}/interfaces/{id}/ | id
        blockdevices | POST nodes/{system_id}/blockdevices/ | nodes/{system_id}/blockdevices/{id}/ | id
        partitions | POST nodes/{system_id}/blockdevices/{device_id}/partitions/ | nodes/{system_id}/blockdevices/{device_id}/partition/{id} | id
        volume-groups | POST nodes/{system_id}/volume-groups/ | nodes/{system_id}/volume-group/{id}/ | id
        raids | POST nodes/{system_id}/raids/ | nodes/{system_id}/raid/{id}/ | id
        bcache-cache-sets | POST nodes/{system_id}/bcache-cache-sets/ | nodes/{system_id}/bcache-cache-set/{id}/ | id
        users | POST users/ | users/{username}/ | username
        scripts | POST scripts/ | scripts/{name} | name
        package-repositories | POST package-repositories/ | package-repositories/{id}/ | id
        dhcp-snippets | POST dhcp-snippets/ | dhcp-snippets/{id}/ | id
        notifications | POST notifications/ | notifications/{id}/ | id
        vm-hosts | - | vm-hosts/{id}/ pods/{id}/ | id
        boot-resources | - | boot-resources/{id}/ | id
        rackcontrollers | - | rackcontrollers/{system_id}/ | system_id
        regioncontrollers | - | regioncontrollers/{system_id}/ | system_id
        """.split(separator: "\n").map { line in
            let parts = line.split(separator: "|").map { $0.trimmed }
            return Kind(
                name: parts[0], maker: parts[1], items: parts[2].split(separator: " ").map(String.init), key: parts[3])
        }

    /// How often an operation is asked, and what is usual for its parameters. `!`: always sent, never varied, never left
    /// out, since without it something would be touched that the run did not make. `~`: so too, but a sequence that is
    /// made smaller may do without. `?`: sent now and then. `@own:` is an id of something that the run made, `@ref:` of anything; behind a dot, another key of it. What is not here is asked with
    /// GET only.
    static let templates: [String: Template] = {
        let lines = text.split(separator: "\n").map(Template.init)
        return Dictionary(lines.map { ($0.operation, $0) }) { first, _ in first }
    }()

    /// Never asked: what they answer is of the region's past, or they are slow, or they end in files.
    static let leftOut: Set<String> = [
        "GET events/ query", "GET discovery/", "GET discovery/{discovery_id}/", "GET discovery/ by_unknown_ip",
        "GET discovery/ by_unknown_mac", "GET discovery/ by_unknown_ip_and_mac", "GET installation-results/",
        "GET rackcontrollers/{system_id}/ list_boot_images", "GET files/ get_by_key", "GET files/ get",
        "GET files/{filename}/", "GET commissioning-scripts/{name}", "GET machines/{system_id}/ get_token",
        "GET rackcontrollers/{system_id}/ query_power_state",
    ]
}

/// What is usual for one operation.
struct Template: Sendable {
    /// One parameter: its name, its values, and how fixed they are.
    struct Parameter: Sendable {
        let name: String
        let values: String
        let isFixed: Bool
        let isOptional: Bool
        /// Whether a request without it touches what the run made and nothing else.
        let mayBeLeftOut: Bool

        /// The kind of thing that its values refer to.
        var kindOfThing: String? {
            guard values.hasPrefix("@own:") || values.hasPrefix("@ref:") else { return nil }
            return values.dropFirst("@own:".count).split(separator: ".").first.map(String.init)
        }
    }

    let operation: String
    let weight: Int
    let parameters: [Parameter]

    /// Reads `3 POST zones/ : name=@new description?=@text`.
    init(_ line: Substring) {
        let halves = line.split(separator: " : ", maxSplits: 1, omittingEmptySubsequences: false)
        let head = halves[0].trimmed.split(separator: " ", maxSplits: 1)
        weight = Int(head[0]) ?? 1
        operation = head.count > 1 ? String(head[1]) : ""
        parameters = (halves.count > 1 ? halves[1] : "").split(separator: " ").compactMap { word in
            guard let equals = word.firstIndex(of: "=") else { return nil }
            let name = word[..<equals]
            let mark = name.last
            return Parameter(
                name: mark == "!" || mark == "?" || mark == "~" ? String(name.dropLast()) : String(name),
                values: String(word[word.index(after: equals)...]), isFixed: mark == "!" || mark == "~",
                isOptional: mark == "?", mayBeLeftOut: mark != "!")
        }
    }
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}
