import Formats
import MAASRegion
import SQLite

/// What MAAS keeps beside machines and networks.
extension FixtureWriter {
    func snippets() throws -> [JSONValue] {
        let all = try DHCPSnippet.all(db)
        let texts = try DHCPSnippet.versions(db, of: all)
        let ranges = Dictionary(try IPRange.all(db).map { ($0.id, $0.startIP) }) { first, _ in first }
        return all.map { snippet in
            .fixture([
                "id": snippet.id, "name": snippet.name, "value": texts[snippet.id]?.first?.data ?? "",
                "description": snippet.description.unlessEmpty, "enabled": snippet.enabled.unless(true),
                "node": snippet.nodeID.flatMap { names.nodes[$0] },
                "subnet": snippet.subnetID.flatMap { names.subnets[$0] },
                "ip_range": snippet.ipRangeID.flatMap { ranges[$0] },
            ])
        }
    }

    /// Scripts of somebody's own. What the text says of itself is left to it.
    func scripts() throws -> [JSONValue] {
        let texts = Dictionary(
            try db.query(
                """
                SELECT scripts.id AS id, data, comment FROM scripts
                JOIN script_versions ON script_versions.id = version_id WHERE NOT is_default
                """
            ) { row in
                (try row["id"] as Int, (text: try row["data"] as String, comment: try row["comment"] as String?))
            }
        ) { first, _ in first }
        return try Script.listed(db).filter { !$0.isDefault }.map { script in
            let version = texts[script.id]
            let text = version?.text ?? ""
            let packages = try script.packages.value
            let said = (try? ScriptMetadata.read(text)).flatMap(\.self) ?? []
            func unlessSaid(_ key: String, _ value: (any FixtureWritable)?) -> (any FixtureWritable)? {
                said.contains { $0.key == key } ? nil : value
            }
            return .fixture([
                "id": script.id, "name": script.name, "script": text,
                "title": unlessSaid("title", script.title.unlessEmpty),
                "description": unlessSaid("description", script.description.unlessEmpty),
                "tags": script.tags, "script_type": unlessSaid("script_type", String(describing: script.kind)),
                "timeout": script.timeout / 1000, "for_hardware": script.forHardware.unlessEmpty,
                "destructive": unlessSaid("destructive", script.isDestructive.unless(false)),
                "may_reboot": unlessSaid("may_reboot", script.mayReboot.unless(false)),
                "recommission": unlessSaid("recommission", script.recommission.unless(false)),
                "apply_configured_networking": unlessSaid(
                    "apply_configured_networking", script.appliesNetworking.unless(false)),
                "comment": version?.comment?.unlessEmpty,
                "hardware_type": unlessSaid("hardware_type", script.hardwareType.rawValue.unless(0)),
                "parallel": unlessSaid("parallel", script.parallel.rawValue.unless(0)),
                "packages": packages == .object([:]) ? nil : packages,
            ])
        }
    }

    func packageRepositories() throws -> [JSONValue] {
        try PackageRepository.all(db).map { archive in
            .fixture([
                "id": archive.id, "name": archive.name, "url": archive.url,
                "distributions": archive.distributions.unlessEmpty,
                "disabled_pockets": archive.disabledPockets.unlessEmpty,
                "disabled_components": archive.disabledComponents.unlessEmpty,
                "disable_sources": archive.disableSources.unless(true), "components": archive.components.unlessEmpty,
                "arches": archive.arches, "key": archive.key.unlessEmpty, "enabled": archive.enabled.unless(true),
            ])
        }
    }

    func notifications() throws -> [JSONValue] {
        try db.query("SELECT * FROM notifications ORDER BY id", row: Notification.init).map { message in
            .fixture([
                "id": message.id, "message": message.message, "ident": message.ident,
                "user": message.userID.flatMap { names.users[$0] }, "users": message.users, "admins": message.admins,
                "context": message.context == .object([:]) ? nil : message.context, "category": message.category,
                "dismissable": message.dismissable.unless(true),
            ])
        }
    }

    func licenseKeys() throws -> [JSONValue] {
        try LicenseKey.all(db).map { key in
            .fixture([
                "osystem": key.osystem, "distro_series": key.distroSeries, "license_key": key.licenseKey,
            ])
        }
    }

    /// What happened to nodes that are still there.
    func events() throws -> [JSONValue] {
        try db.query("SELECT * FROM events WHERE node_id IS NOT NULL ORDER BY id") { row in
            let event = try Event(row)
            let hostname = names.nodes[try row["node_id"]]
            return .fixture([
                "id": event.id, "hostname": hostname, "known_as": event.hostname == hostname ? nil : event.hostname,
                "level": event.level.label,
                "type": event.type, "description": event.description.unlessEmpty,
                "username": event.username, "action": event.action.unlessEmpty,
            ])
        }
    }
}
