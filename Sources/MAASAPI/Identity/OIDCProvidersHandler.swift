import Formats
import Foundation
import MAASRegion

/// `oidc-providers/`: providers of single sign-on, which came with 3.8 (MAAS: `api/oidc_providers.py`). MAAS asks a
/// provider before it adds it; nothing can be asked here, so there are none, and adding one answers as a region does
/// that cannot reach it.
enum OIDCProvidersHandler {
    private static let versions: ClosedRange<MAASVersion> = .of(.oidcProviders)
    private static let fields: KeyValuePairs = [
        "name": "Name", "issuer_url": "Its URL", "redirect_uri": "Where users come back to", "client_id": "Id",
        "client_secret": "Secret", "enabled": "Whether it is used", "token_type": "JWT or Opaque",
        "vendor": "Generic, EntraID, Auth0 or Keycloak", "scopes": "What is asked for",
    ]

    package static let resources = [
        Resource(
            "oidc-providers/", handler: "OidcProvidersHandler", tier: .c, guarded: .identities,
            "Manage providers of single sign-on.",
            [
                .read("List providers", access: .admin, versions: versions, list),
                .create("Add a provider", parameters: fields, access: .admin, versions: versions, create),
                .get("get_active", "Read the one that is used", access: .admin, versions: versions, readActive),
            ]),
        Resource(
            "oidc-providers/{id}/", handler: "OidcProviderHandler", tier: .c, guarded: .identities,
            "Manage a provider of single sign-on.",
            [
                .read("Read a provider", access: .admin, versions: versions, read),
                .update("Change a provider", parameters: fields, access: .admin, versions: versions, update),
                .delete("Delete a provider", access: .admin, versions: versions, read),
            ]),
    ]

    private static func list(_ context: Context) throws -> Reply { .value("No OIDC providers found.") }

    private static func readActive(_ context: Context) throws -> Reply {
        throw APIError(404, "No enabled OIDC provider found.")
    }

    private static func read(_ context: Context) throws -> Reply {
        let text = context.segment("id")
        guard let id = Int(text) else {
            throw Refusal.unexpected("invalid literal for int() with base 10: \(pythonQuoted(text))")
        }
        throw APIError(404, "No OIDC provider found with ID: \(id)")
    }

    private static func update(_ context: Context) throws -> Reply {
        try check(context, isNew: false)
        return try read(context)
    }

    private static func create(_ context: Context) throws -> Reply {
        try check(context, isNew: true)
        throw APIError(502, "Failed to create OIDC provider: Bad gateway.")
    }

    /// - Throws: `Refusal` for the first field that is wrong; a new provider must have all four.
    private static func check(_ context: Context, isNew: Bool) throws {
        let form = context.form
        for (field, name) in [("issuer_url", "Issuer URL"), ("redirect_uri", "Redirect URI")]
        where isNew || form[field] != nil {
            let url = URL(string: form[field] ?? "")
            guard ["http", "https"].contains(url?.scheme), !(url?.host ?? "").isEmpty else {
                throw Refusal.invalid("\(name) must be a valid HTTP or HTTPS address.")
            }
        }
        if isNew, form["token_type"] == nil || form["vendor"] == nil {
            throw Refusal.unexpected("'NoneType' object has no attribute 'upper'")
        }
        if let type = form["token_type"]?.uppercased(), !["JWT", "OPAQUE"].contains(type) {
            throw Refusal.invalid("Invalid token type: \(type). Must be 'JWT' or 'Opaque'.")
        }
        let vendors = ["Generic", "EntraID", "Auth0", "Keycloak"]
        if let vendor = form["vendor"], !vendors.map({ $0.uppercased() }).contains(vendor.uppercased()) {
            throw Refusal.invalid(
                "Invalid vendor: \(vendor). Must be one of: \(vendors.joined(separator: ", ")).")
        }
    }
}
