import Formats
import MAASRegion

/// What an interface may stand on, and what must be unique.
extension InterfaceForm {
    /// MAAS's form knows only `parents`; these operations rename `parent` on the way in and on the way out.
    private var parentField: String { takesParent ? "parent" : "parents" }

    var takesParent: Bool { kind == .vlan || (kind == .bridge && old == nil) }

    /// The interfaces below; `nil` when what was sent is refused.
    mutating func checkedParents() throws -> [Interface]? {
        let texts: [String]
        if takesParent, let parent = form.parameters["parent"] {
            texts = [parent]
        } else {
            texts = form.parameters.all("parents")
        }
        let isSent = form.isSent("parents") || (takesParent && form.isSent("parent"))
        guard isSent || old == nil else { return try old.map { try Interface.parents(db, of: $0.id) } }
        let own = try Interface.all(db, node: node.id)
        var parents: [Interface] = []
        for text in texts where !text.isEmpty {
            guard let id = Int(python: text) else {
                form.add(parentField, "“\(text)” is not a valid value.")
                return nil
            }
            // The choices are texts: what merely reads as their number is none of them.
            guard let parent = own.first(where: { String($0.id) == text }) else {
                form.add(parentField, FieldErrors.unknownChoice(text))
                return nil
            }
            if !parents.contains(where: { $0.id == id }) { parents.append(parent) }
        }
        parents.sort { $0.id < $1.id }
        if let message = try refusal(of: parents) {
            form.add(parentField, message)
            return nil
        }
        return parents
    }

    private func refusal(of parents: [Interface]) throws -> String? {
        let above = try parents.first.map { try Interface.children(db, of: $0.id) } ?? []
        switch kind {
        case .physical, .unknown:
            return parents.isEmpty ? nil : "A physical interface cannot have parents."
        case .bond:
            return parents.isEmpty ? "A bond interface must have one or more parents." : nil
        case .vlan:
            if parents.count != 1 { return "A VLAN interface must have exactly one parent." }
            if parents[0].type == .vlan {
                return "A VLAN interface can't have another VLAN interface as parent."
            }
            return above.contains { $0.type == .bond }
                ? "A VLAN interface can't have a parent that is already in a bond." : nil
        case .bridge: return try refusal(ofBridgeOn: parents)
        }
    }

    /// Bridges over several interfaces came with 3.8.
    private func refusal(ofBridgeOn parents: [Interface]) throws -> String? {
        if !context.version.has(.bridgesOverSeveral), parents.count != 1 {
            return "A bridge interface must have exactly one parent."
        }
        if parents.isEmpty { return "A bridge interface must have at least one parent." }
        for parent in parents {
            if parent.type == .bridge {
                return "A bridge interface can't have another bridge interface as parent."
            }
            let above = try Interface.children(db, of: parent.id)
            if above.contains(where: { [.bond, .bridge].contains($0.type) && $0.id != old?.id }) {
                return "A bridge interface can't have a parent that is already in a bond or a bridge."
            }
        }
        return nil
    }

    /// Fills in what follows from the parents, and checks what MAAS checks once every field is read.
    mutating func checkModel(_ fields: inout InterfaceFields, _ parents: [Interface]?) throws {
        switch kind {
        case .physical, .unknown: try checkPhysical(&fields)
        case .vlan: try checkVLAN(&fields, parents)
        case .bond, .bridge: try checkStacked(&fields, parents)
        }
    }

    private mutating func checkPhysical(_ fields: inout InterfaceFields) throws {
        if let index = fields.numaNode {
            let known = try NUMANode.exists(db, node: node.id, index: index)
            if node.kind == .device {
                form.add("numa_node", "Only interfaces for machines are linked to a NUMA node")
            } else if !known {
                form.add("numa_node", "Invalid NUMA node")
            }
        }
        if !form.errors.contains("name") {
            if let name = fields.name.value {
                try checkNameIsFree(name)
            } else if old == nil {
                fields.name = .value(try nextName())
            } else if fields.name.isSent {
                // Only saving finds this one, when everything else was right.
                try form.check()
                throw Refusal.field("name", InterfaceFields.blank, by: .model)
            }
        }
        if let mac = fields.macAddress.value { try checkMACIsFree(mac) }
    }

    private mutating func checkVLAN(_ fields: inout InterfaceFields, _ parents: [Interface]?) throws {
        if !form.errors.contains("vlan") {
            if fields.vlan.value == nil, old == nil || form.isSent("vlan") {
                form.add("vlan", "A VLAN interface must be connected to a tagged VLAN.")
            } else if fields.vlan.value?.vid == 0 {
                form.add("vlan", "A VLAN interface can only belong to a tagged VLAN.")
            }
        }
        guard let parent = parents?.first, let vlan = fields.vlan.value, !form.errors.contains("vlan") else { return }
        guard let below = try parent.vlanID.flatMap({ try VLAN.find(db, id: $0) }) else {
            throw Refusal.unexpected("'NoneType' object has no attribute 'fabric_id'")
        }
        if below.fabricID != vlan.fabricID {
            form.add(
                "vlan",
                "A VLAN interface can only belong to a tagged VLAN on the same fabric as its parent interface.")
        }
        guard !form.errors.contains("name") else { return }
        if fields.name.value == nil, old == nil { fields.name = .value("\(parent.name).\(vlan.vid)") }
        if let name = fields.name.value { try checkNameIsFree(name) }
        fields.macAddress = old == nil ? parent.macAddress.map { .value($0) } ?? .absent : fields.macAddress
    }

    private mutating func checkStacked(_ fields: inout InterfaceFields, _ parents: [Interface]?) throws {
        // A bridge takes its address from below where its VLAN is good, too; a bond does anyway.
        let isUsable = kind == .bond || !form.errors.contains("vlan")
        guard let parents, let first = parents.first, isUsable else {
            if old == nil, fields.macAddress.value == nil, !form.errors.contains("mac_address") {
                form.add("mac_address", InterfaceFields.blank)
            }
            return
        }
        if old == nil, !form.isSent("mac_address") {
            fields.macAddress = first.macAddress.map { .value($0) } ?? .absent
        } else if let old, fields.macAddress.value.map({ $0 == old.macAddress }) ?? true,
            try Interface.parents(db, of: old.id).contains(where: { $0.macAddress == old.macAddress }),
            !parents.contains(where: { $0.macAddress == old.macAddress })
        {
            fields.macAddress = first.macAddress.map { .value($0) } ?? .absent
        }
        if case .empty = fields.macAddress { form.add("mac_address", InterfaceFields.blank) }

        let inUse = try parents.filter { parent in
            try Interface.children(db, of: parent.id).contains { child in
                child.id != old?.id && (kind == .bond || child.type != .vlan)
            }
        }
        if !inUse.isEmpty {
            let names = inUse.map(\.name).sorted().joined(separator: ", ")
            form.add(parentField, "Interfaces already in-use: \(names).")
        }
        if old == nil {
            if fields.vlan.value == nil, let vlan = try first.vlanID.flatMap({ try VLAN.find(db, id: $0) }) {
                fields.vlan = .value(vlan)
            }
            if kind == .bond, Set(parents.map(\.vlanID)) != [fields.vlan.value?.id] {
                form.add(parentField, "All parents must belong to the same VLAN.")
            }
        }
        try form.check()
        if kind == .bond, parents.contains(where: { $0.type != .physical }) {
            throw Refusal.field("parents", "Only physical interfaces can be bonded.", by: .model)
        }
        if let name = fields.name.value, try isNameTaken(name) {
            throw Refusal.duplicate("Interface", "Node config and Name")
        }
    }

    /// The next `ethN`.
    private func nextName() throws -> String {
        let numbers = try Interface.all(db, node: node.id).compactMap { interface -> Int? in
            guard interface.name.hasPrefix("eth") else { return nil }
            return Int(interface.name.dropFirst(3).prefix { $0.isASCII && $0.isNumber })
        }
        return "eth\(numbers.max().map { $0 + 1 } ?? 0)"
    }

    private func isNameTaken(_ name: String) throws -> Bool {
        try Interface.all(db, node: node.id).contains { $0.name == name && $0.id != old?.id }
    }

    mutating func checkNameIsFree(_ name: String) throws {
        if try isNameTaken(name) {
            form.add("name", "Node \(node.systemID) (\(node.hostname)) already has an interface named '\(name)'.")
        }
    }

    mutating func checkMACIsFree(_ mac: String) throws {
        let holder = try Interface.holder(db, ofMAC: mac, besides: old?.id)
        if let holder { form.add("mac_address", "This MAC address is already in use by \(holder).") }
    }
}
