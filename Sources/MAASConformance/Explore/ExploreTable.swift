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
        vm-hosts | POST vm-hosts/ | vm-hosts/{id}/ pods/{id}/ | id
        boot-resources | POST boot-resources/ | boot-resources/{id}/ | id
        boot-sources | POST boot-sources/ | boot-sources/{id}/ | id
        selections | POST boot-sources/{boot_source_id}/selections/ | boot-sources/{boot_source_id}/selections/{id}/ | id
        bcaches | POST nodes/{system_id}/bcaches/ | nodes/{system_id}/bcache/{id}/ | id
        vmfs-datastores | POST nodes/{system_id}/vmfs-datastores/ | nodes/{system_id}/vmfs-datastore/{id}/ | id
        logical-volumes | POST nodes/{system_id}/volume-group/{id}/ create_logical_volume | - | id
        links | - | - | id
        results | - | nodes/{system_id}/results/{id}/ | id
        commissioning-scripts | POST commissioning-scripts/ | commissioning-scripts/{name} | name
        files | POST files/ | files/{filename}/ | filename
        sshkeys | POST account/prefs/sshkeys/ | account/prefs/sshkeys/{id}/ | id
        sslkeys | POST account/prefs/sslkeys/ | account/prefs/sslkeys/{id}/ | id
        tokens | POST account/ create_authorisation_token | - | token_key
        ipaddresses | POST ipaddresses/ reserve | - | ip
        license-keys | POST license-keys/ | license-key/{osystem}/{distro_series} | distro_series
        groups | POST groups/ | groups/{id}/ | id
        discoveries | - | discovery/{discovery_id}/ | discovery_id
        rackcontrollers | - | rackcontrollers/{system_id}/ | system_id
        regioncontrollers | - | regioncontrollers/{system_id}/ | system_id
        """.split(separator: "\n").map { line in
            let parts = line.split(separator: "|").map { $0.trimmed }
            return Kind(
                name: parts[0], maker: parts[1], items: parts[2].split(separator: " ").map(String.init), key: parts[3])
        }

    /// How often an operation is asked, and what is usual for its parameters. `!`: always sent, never varied, never left
    /// out, since without it something would be touched that the run did not make. `~`: so too, but a sequence that is
    /// made smaller may do without. `?`: sent now and then. `@own:` is an id of something that the run made, `@ref:` of anything, `@of:` of what is on the thing
    /// of the path; behind a dot, another key of it. What is not here is asked with GET only.
    ///
    /// Behind the number, `e`: only between emulators, where nothing is in use; `o`: only of what the run made; `r`: only by
    /// those whom it is refused to.
    static let templates: [String: Template] = {
        let lines = [text, accounts, parts, everybodys].flatMap { $0.split(separator: "\n").map(Template.init) }
        return Dictionary(lines.map { ($0.operation, $0) }) { first, _ in first }
    }()
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

        /// Of what is on the thing that the path names.
        var isPart: Bool { values.hasPrefix("@of:") }
        /// Sent as a file.
        var isFile: Bool { values == "@file" || values == "@scriptfile" }

        /// The kind of thing that its values refer to.
        var kindOfThing: String? {
            guard let form = ["@own:", "@ref:", "@of:"].first(where: values.hasPrefix) else { return nil }
            return values.dropFirst(form.count).split(separator: ".").first.map(String.init)
        }
    }

    let operation: String
    /// How often it is asked among those of its family.
    let weight: Int
    /// Only between emulators, where nothing is in use.
    let isForEmulators: Bool
    /// Only of what the run made, though it is read.
    let isForOwn: Bool
    /// Only by those whom it is refused to.
    let isForRefusal: Bool
    let parameters: [Parameter]

    /// Reads `3 POST zones/ : name=@new description?=@text`.
    init(_ line: Substring) {
        let halves = line.split(separator: " : ", maxSplits: 1, omittingEmptySubsequences: false)
        let head = halves[0].trimmed.split(separator: " ", maxSplits: 1)
        weight = Int(head[0].prefix { $0.isNumber }) ?? 1
        let marks = head[0].drop { $0.isNumber }
        (isForEmulators, isForOwn, isForRefusal) = (marks.contains("e"), marks.contains("o"), marks.contains("r"))
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
