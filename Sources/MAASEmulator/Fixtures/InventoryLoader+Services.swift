import Formats
import MAASRegion
import SQLite

/// What MAAS keeps beside machines and networks.
extension InventoryLoader {
    /// Settings that are not what MAAS begins with.
    func addSettings(_ root: FixtureObject) throws {
        for (name, value) in try root["settings"]?.dictionary() ?? [] {
            try guarded(value) { try Configuration.set(name, $0.value, state) }
        }
    }

    func addUserGroup(_ value: FixtureValue) throws {
        let object = try value.object(.userGroup)
        let name = try object.text("name")
        let id =
            try UserGroup.find(db, name: name)?.id
            ?? UserGroup.insert(db, name: name, description: object.text("description", default: ""))
        try give(UserGroup.table, id, object)
        guard let group = try UserGroup.find(db, name: name) else { return }
        if let description = try object.optionalText("description") {
            try group.update(db, name: name, description: description)
        }
        for value in try object.list("entitlements") {
            let entitlement = try value.object(.entitlement)
            try group.add(
                db,
                UserGroup.Entitlement(
                    resourceType: try entitlement.text("resource_type"),
                    resourceID: try entitlement.integer("resource_id", default: 0),
                    name: try entitlement.text("entitlement")))
        }
        for member in try object.list("members") {
            let username = try member.text()
            guard let user = try User.find(db, username: username) else {
                throw declared.missing(username, among: "users", at: member.path, "there is no user \(username)")
            }
            if try !group.members(db).contains(where: { $0.username == username }) { try group.add(db, member: user) }
        }
    }

    /// A script; what its text says of itself counts as it does in an upload.
    func addScript(_ value: FixtureValue) throws {
        let object = try value.object(.script)
        var data: [String: JSONValue] = [:]
        for (key, member) in object.members where key != "about" && member != .null {
            switch (key, member) {
            case ("tags", .array), ("for_hardware", .array):
                data[key] = .string(member.strings.joined(separator: ","))
            case ("id", _): break
            case (_, .string), (_, .bool): data[key] = member
            default: data[key] = .string(member.text)
            }
        }
        var form = try ScriptForm(state, old: nil, data: data)
        try give("scripts", try form.save().id, object)
    }

    /// An archive; one of the two that every region has can be told another address.
    func addPackageRepository(_ value: FixtureValue) throws {
        let object = try value.object(.packageRepository)
        let name = try object.text("name")
        let old = try PackageRepository.find(db, name: name)
        var values = PackageRepository.Values()
        values.name = name
        values.url = try object.text("url")
        values.distributions = try object.texts("distributions")
        values.disabledPockets = try object.texts("disabled_pockets")
        values.disabledComponents = try object.texts("disabled_components")
        values.disableSources = try object.flag("disable_sources", default: true)
        values.components = try object.texts("components")
        values.arches =
            try object["arches"] == nil
            ? old?.arches ?? PackageRepository.mainArches : object.texts("arches")
        values.key = try object.text("key", default: "")
        values.enabled = try object.flag("enabled", default: true)
        if let old {
            try old.update(db, values)
        } else {
            try give(PackageRepository.table, try PackageRepository.insert(db, values), object)
        }
    }

    func addNotification(_ value: FixtureValue) throws {
        let object = try value.object(.notification)
        let user = try userID(object, "user")
        // A message that is for nobody is for everybody.
        let isForAll = user == nil && !object.says("users") && !object.says("admins")
        let id = try Notification.insert(
            db,
            Notification.Values(
                ident: try object.optionalText("ident"), userID: user,
                users: try object.flag("users", default: isForAll),
                admins: try object.flag("admins", default: isForAll),
                message: try object.text("message"), context: object["context"]?.value ?? .object([:]),
                category: try object.text("category", default: "info"),
                dismissable: try object.flag("dismissable", default: true)))
        try give(Notification.table, id, object)
    }

    func addDHCPSnippet(_ value: FixtureValue) throws {
        let object = try value.object(.dhcpSnippet)
        var node: Int?
        if let name = try object.optionalText("node") {
            node = try Node.id(db, named: name)
            if node == nil {
                throw declared.missing(name, among: "machines", at: object.place("node"), "there is no node \(name)")
            }
        }
        let id = try DHCPSnippet.insert(
            db,
            DHCPSnippet.Values(
                name: try object.text("name"),
                valueID: try DHCPSnippet.addValue(object.text("value"), after: nil, state),
                description: try object.text("description", default: ""),
                enabled: try object.flag("enabled", default: true), nodeID: node, subnetID: try subnetID(object),
                ipRangeID: try rangeID(object)))
        try give(DHCPSnippet.table, id, object)
    }

    /// The range that begins with the address that an object names.
    private func rangeID(_ object: FixtureObject) throws -> Int? {
        guard let start = try object.optionalAddress("ip_range") else { return nil }
        let range: Int? = try db.scalar("SELECT id FROM ip_ranges WHERE start_ip = ?", start.description)
        guard let range else {
            throw FixtureError(path: object.place("ip_range"), reason: "no range begins with \(start)")
        }
        return range
    }

    func addLicenseKey(_ value: FixtureValue) throws {
        let object = try value.object(.licenseKey)
        let key = try object.text("license_key")
        guard LicenseKey.isValid(key) else {
            throw FixtureError(path: object.place("license_key"), reason: "must be five groups of five, not \(key)")
        }
        try LicenseKey.insert(
            db, osystem: try object.text("osystem"), series: try object.text("distro_series"), key: key)
    }

    /// Gives a row that has just been made the number that the fixture has for it.
    func give(_ table: String, _ row: Int, _ object: FixtureObject) throws {
        guard let wanted = try object.optionalInteger("id", FixtureValue.ids), wanted != row else { return }
        try db.update(table, id: row, ["id": wanted])
    }
}
