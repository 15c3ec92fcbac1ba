import Formats
import MAASRegion
import SQLite

/// `maas/`: the configuration of MAAS (MAAS: `api/maas.py`).
enum ConfigurationHandler {
    package static let resources = [
        Resource(
            "maas/", handler: "MaasHandler", tier: .b, guarded: .configurations,
            "Manage the configuration of this MAAS.",
            [
                .get("get_config", "Read a setting", parameters: ["name": "Which"], get),
                .post(
                    "set_config", "Change a setting", parameters: ["name": "Which", "value": "To what"],
                    access: .admin, set),
            ])
    ]

    private static func get(_ context: Context) throws -> Reply {
        guard let name = context.query["name"] else { throw Refusal.notProvided("name") }
        var json = JSONWriter(.compact)
        json.value(try value(name, context))
        return Reply(contentType: "application/json", body: json.bytes)
    }

    private static func value(_ name: String, _ context: Context) throws -> JSONValue {
        switch name {
        case "main_archive", "ports_archive":
            guard let archive = try archive(name, context.db) else {
                throw Refusal.unexpected("'NoneType' object has no attribute 'url'")
            }
            return .string(archive.url)
        default:
            let name = current(name)
            guard let value = try Configuration.value(name, context.state) else {
                throw unknown(name, context.version)
            }
            return value
        }
    }

    private static func set(_ context: Context) throws -> Reply {
        let sent = try context.required("name")
        if sent.isEmpty { throw Refusal.invalid("Invalid name: Please enter a value") }
        let name = current(sent)
        let value = try context.required("value")
        if ["main_archive", "ports_archive"].contains(name) { return try set(archive: name, value, context) }
        guard let setting = Configuration.settings(context.version).first(where: { $0.name == name }) else {
            throw unknown(name, context.version)
        }
        var form = Form(Parameters([(name, value)]))
        let stored = try form.setting(setting, context.state)
        try form.check()
        try Configuration.set(name, stored, context.state)
        if name == "windows_kms_host" { try Domain.announceActivationHost(stored.string ?? "", context.state) }
        return .ok
    }

    /// The repository whose URL two settings of old stand for.
    private static func archive(_ name: String, _ db: Connection) throws -> PackageRepository? {
        try PackageRepository.archive(
            db, for: name == "main_archive" ? PackageRepository.mainArches : PackageRepository.portsArches)
    }

    private static func set(archive name: String, _ value: String, _ context: Context) throws -> Reply {
        var form = Form(Parameters([(name, value)]))
        let url = form.raw(name, required: true).map(URLText.withScheme)
        if let text = url.value, !URLText.isValid(text) { form.add(name, "Enter a valid URL.") }
        try form.check()
        guard let archive = try archive(name, context.db) else {
            throw Refusal.unexpected("'NoneType' object has no attribute 'url'")
        }
        try archive.update(context.db, url: url.or(archive.url))
        return .ok
    }

    /// The name that a setting has today.
    private static func current(_ name: String) -> String { name == "ntp_server" ? "ntp_servers" : name }

    private static func unknown(_ name: String, _ version: MAASVersion) -> Refusal {
        let names = Configuration.settings(version).map(\.name).joined(separator: ", ")
        return .field(
            name, "\(name) is not a valid config setting (valid settings are: \(names)).", by: .model)
    }
}
