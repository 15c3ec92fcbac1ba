import Formats
import MAASRegion

/// `license-keys/` and `license-key/`: keys of operating systems that need one (MAAS: `api/license_keys.py`).
enum LicenseKeysHandler {
    package static let resources = [
        Resource(
            "license-keys/", handler: "LicenseKeysHandler", tier: .c, login: .permitted, guarded: .licenseKeys,
            "Manage license keys.",
            [
                .read("List license keys", list),
                .create("Add a license key", parameters: parameters, create),
            ]),
        Resource(
            "license-key/{osystem}/{distro_series}", handler: "LicenseKeyHandler", tier: .c, login: .permitted,
            guarded: .licenseKeys,
            "Manage a license key.",
            [
                .read("Read a license key", read),
                .update("Change a license key", parameters: parameters, update),
                .delete("Delete a license key", delete),
            ]),
    ]

    private static let parameters: KeyValuePairs = [
        "osystem": "Operating system", "distro_series": "Release, or system/release", "license_key": "The key",
    ]

    private static func list(_ context: Context) throws -> Reply {
        let all = try LicenseKey.all(context.db)
        return Reply.json { json in json.array(of: all) { $1.write(into: &$0) } }
    }

    private static func find(_ context: Context) throws -> LicenseKey? {
        try LicenseKey.find(
            context.db, osystem: context.segment("osystem"), series: context.segment("distro_series"))
    }

    private static func read(_ context: Context) throws -> Reply {
        guard let key = try find(context) else { throw Refusal.notFound("LicenseKey") }
        return Reply.json { key.write(into: &$0) }
    }

    /// A series without its system gets it from `osystem`, and the other way round.
    private static func create(_ context: Context) throws -> Reply {
        var fields: [(name: String, value: String)] = ["osystem", "distro_series", "license_key"].compactMap { name in
            context.form[name].map { (name, $0) }
        }
        if let series = context.form["distro_series"] {
            let osystem = context.form["osystem"]
            if let slash = series.firstIndex(of: "/") {
                if osystem == nil { fields.append(("osystem", String(series[..<slash]))) }
            } else if let osystem {
                fields.removeAll { $0.name == "distro_series" }
                fields.append(("distro_series", "\(osystem)/\(series)"))
            }
        }
        return try save(context, fields, nil)
    }

    /// What is not sent stays as it is.
    private static func update(_ context: Context) throws -> Reply {
        guard let old = try find(context) else { throw Refusal.notFound("LicenseKey") }
        let standard = [
            "osystem": old.osystem, "distro_series": "\(old.osystem)/\(old.distroSeries)",
            "license_key": old.licenseKey,
        ]
        let fields = standard.map { name, value in (name: name, value: context.form[name] ?? value) }
        return try save(context, fields, old)
    }

    private static func delete(_ context: Context) throws -> Reply {
        try find(context)?.delete(context.db)
        return .deleted
    }

    private static func save(
        _ context: Context, _ fields: [(name: String, value: String)], _ old: LicenseKey?
    ) throws -> Reply {
        let db = context.db
        var form = Form(Parameters(fields))
        let images = try UsableImages(context.state).withLicenseKeys
        let osystem = form.listedChoice("osystem", of: images.systemNames, required: true)
        let series = form.listedChoice(
            "distro_series", of: images.releaseChoices(marksKeys: false), required: true)
        let key = form.text("license_key", required: true, maxLength: 255)
        try form.check()
        let system = osystem.or("")
        let halves = series.or("").split(separator: "/", maxSplits: 1).map(String.init)
        let release = halves.last ?? ""
        if halves.first != system {
            form.addToAll("\(release) in distro_series does not match with operating system \(system)")
        } else if !LicenseKey.isValid(key.or("")) {
            form.addToAll("Invalid license key.")
        } else if let other = try LicenseKey.find(db, osystem: system, series: release), other.id != old?.id {
            form.addToAll(Uniqueness.message("License key", "operating system and distro series"))
        }
        try form.check()
        if let old {
            try old.update(db, osystem: system, series: release, key: key.or(""))
        } else {
            try LicenseKey.insert(db, osystem: system, series: release, key: key.or(""))
        }
        guard let saved = try LicenseKey.find(db, osystem: system, series: release) else {
            throw Refusal.notFound("LicenseKey")
        }
        return Reply.json { saved.write(into: &$0) }
    }
}
