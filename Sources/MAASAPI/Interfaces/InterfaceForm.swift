import Formats
import MAASRegion
import SQLite

/// Creating and changing interfaces: what MAAS's `forms/interface.py` and `Interface.clean` demand of each kind.
package struct InterfaceForm {
    let context: Context
    package let kind: Interface.Kind
    package let node: Node
    /// The interface that is changed; `nil` when one is created.
    package let old: Interface?
    package var form: Form

    package init(_ context: Context, _ kind: Interface.Kind, _ node: Node, updating old: Interface? = nil) throws {
        self.context = context
        self.kind = kind
        self.node = node
        self.old = old
        form = Form(context.form)
    }

    package var db: Connection { context.db }

    /// Adds the interface; answers its id.
    package mutating func create() throws -> Int {
        let isAcquired = kind == .bridge && node.status == .allocated
        var fields = try InterfaceFields(&self)
        if isAcquired { fields.vlan = .absent }
        let parents = try checkedParents()
        try checkModel(&fields, parents)
        try form.check()

        var params = JSONValue.object([:])
        params = fields.merge(into: params, creating: kind)
        let id = try Interface.insert(
            db, node: node.id,
            Interface.Values(
                name: fields.name.value ?? "", type: kind, macAddress: fields.macAddress.value,
                vlanID: fields.vlan.value?.id, enabled: fields.enabled ?? true,
                linkConnected: fields.linkConnected ?? false, interfaceSpeed: fields.interfaceSpeed ?? 0,
                linkSpeed: fields.linkSpeed ?? 0, tags: fields.tags.value ?? [],
                numaNode: kind == .physical && node.kind == .machine ? fields.numaNode ?? 0 : nil))
        try Interface.setParents(db, of: id, parents ?? [])
        // An acquired bridge takes the links of its parent as they are.
        let kept =
            try isAcquired ? (parents?.first.map { try $0.links(db).filter { $0.type != .discovered } } ?? []) : []
        for link in kept { try link.move(db, to: nil) }
        try finish(id, params: params)
        // It starts as every interface does, with a link that only brings it up, before those of the parent replace it.
        if isAcquired { try Interface.find(db, id: id)?.ensureLinkUp(context.state) }
        for link in kept { try link.move(db, to: id) }
        guard let interface = try Interface.find(db, id: id) else { return id }
        if isAcquired { try Interface.markAcquired(db, id: id) }
        try interface.ensureLinkUp(context.state)
        return id
    }

    /// Stores parameters, and has the neighbours follow.
    private func finish(_ id: Int, params: JSONValue) throws {
        guard var interface = try Interface.find(db, id: id) else { return }
        interface.params = params
        try interface.save(context.state)
    }

    /// Changes the interface.
    package mutating func update() throws {
        guard var new = old else { return }
        var fields = try InterfaceFields(&self)
        let parents = try checkedParents()
        if checkSpeed(isConnected: fields.linkConnected ?? false, wasConnected: new.linkConnected) {
            try checkModel(&fields, parents)
        }
        try form.check()

        new.name = fields.name.value ?? new.name
        new.macAddress = fields.macAddress.value ?? new.macAddress
        new.vlanID = fields.vlan.map(\.id).orKeep(new.vlanID)
        new.enabled = fields.enabled ?? new.enabled
        new.linkConnected = fields.linkConnected ?? new.linkConnected
        new.interfaceSpeed = fields.interfaceSpeed ?? new.interfaceSpeed
        new.linkSpeed = fields.linkSpeed ?? new.linkSpeed
        if fields.tags.isSent { new.tags = fields.tags.value ?? [] }
        if kind == .physical { new.numaNode = fields.numaNode ?? new.numaNode }
        new.params = fields.merge(into: new.params, creating: nil)
        if form.isSent("parents") || (takesParent && form.isSent("parent")), let parents, !parents.isEmpty,
            kind != .physical
        {
            try Interface.setParents(db, of: new.id, parents)
        }
        try new.save(context.state)
    }

    /// On a deployed machine only what does not touch its configuration can be changed.
    mutating func updateWhileDeployed() throws {
        guard var new = old else { return }
        let name = name(required: true)
        let mac = form.storedMAC("mac_address", required: false)
        if case .empty = mac, kind != .vlan { form.add("mac_address", InterfaceFields.blank) }
        try readSpeeds(into: &new)
        if kind == .physical, let text = mac.value { try checkMACIsFree(text) }
        if let text = name.value { try checkNameIsFree(text) }
        try form.check()
        new.name = name.value ?? new.name
        new.macAddress = mac.value ?? new.macAddress
        try new.save(context.state)
    }

    /// Of a controller's interface only VLAN and speeds can be changed.
    mutating func updateOfController() throws {
        guard var new = old else { return }
        let vlan = try vlanField()
        try readSpeeds(into: &new)
        try form.check()
        new.vlanID = vlan.map(\.id).orKeep(new.vlanID)
        try new.save(context.state)
    }

    private mutating func readSpeeds(into new: inout Interface) throws {
        let wasConnected = new.linkConnected
        new.linkConnected = form.checkbox("link_connected").or(new.linkConnected)
        new.interfaceSpeed = form.integer("interface_speed", min: 0, max: Int(Int32.max)).or(new.interfaceSpeed)
        new.linkSpeed = form.integer("link_speed", min: 0, max: Int(Int32.max)).or(new.linkSpeed)
        checkSpeed(isConnected: new.linkConnected, wasConnected: wasConnected)
    }

    /// What is not connected, and was not before, has no speed.
    /// - Returns: Whether it may have the speed that was sent.
    @discardableResult
    private mutating func checkSpeed(isConnected: Bool, wasConnected: Bool) -> Bool {
        // What is too much for the column is a number to the form.
        let speed = form.parameters["link_speed"].flatMap { PythonInteger($0) }
        guard !isConnected, !wasConnected, let speed, speed.clamped > 0 else { return true }
        form.addToAll("link_speed cannot be set when link_connected is false.")
        return false
    }

    mutating func vlanField() throws -> FormField<VLAN> {
        try form.reference("vlan", db) { try VLAN.find($0, id: $1) }
    }

    /// A name of letters, digits, `-`, `_`, `.` and `:`; at most fifteen of them since 3.6, 255 before.
    package mutating func name(required: Bool) -> FormField<String> {
        let isMissing = !form.isSent("name")
        let field = form.raw("name", required: required && (old == nil || !isMissing))
        guard let text = field.value else { return field }
        let isLimited = context.version.has(.shortInterfaceNames)
        if !isLimited, text.count > 255 {
            form.add("name", "Ensure this value has at most 255 characters (it has \(text.unicodeScalars.count)).")
            return .absent
        }
        let isRight = (text.count <= 15 || !isLimited) && text.allSatisfy { $0.isWordCharacter || "-.:".contains($0) }
        guard isRight else {
            form.add(
                "name",
                !isLimited
                    ? "Enter a valid value."
                    : "The interface name must be 1 to 15 characters long and can only contain alphanumeric characters, "
                        + "hyphens ('-'), underscores ('_'), periods ('.'), and colons (':').")
            return .absent
        }
        return field
    }
}
