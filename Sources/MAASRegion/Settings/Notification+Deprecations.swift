import SQLite

extension Notification {
    /// What MAAS warns users and administrators of at every start (`maasserver/deprecations.py`).
    private struct Deprecation {
        let id: String
        let description: String
        let linkText: String
        let site: String
    }

    private static func deprecations(in version: MAASVersion) -> [Deprecation] {
        guard version.has(.deprecatedSnippets) else { return [] }
        return [
            Deprecation(
                id: "MD6",
                description: "DHCP snippets are deprecated and will be removed in the next major release.",
                linkText: "How to replace DHCP snippets",
                site: version.site)
        ]
    }

    /// Adds the warnings that are not there, as MAAS does when it starts.
    package static func addDeprecations(_ state: RegionState) throws {
        for deprecation in deprecations(in: state.version) {
            for audience in ["users", "admins"] {
                let ident = "deprecation_\(deprecation.id)_\(audience)"
                let known: Int? = try state.db.scalar("SELECT id FROM notifications WHERE ident = ?", ident)
                if known != nil { continue }
                let hint = audience == "users" ? "<br>Please contact your MAAS administrator." : ""
                let link = "\(deprecation.site)/deprecations/\(deprecation.id)"
                try state.db.insert(
                    into: "notifications",
                    [
                        "ident": ident, audience: true, "category": "warning", "dismissable": true,
                        "message": "\(deprecation.description)\(hint)<br><a class='p-link--external' href='\(link)'>"
                            + "\(deprecation.linkText)...</a>",
                    ])
            }
        }
    }
}
