/// User groups and providers of single sign-on, which came with 3.8 (tier C): checked for rights, then 501.
enum IdentityHandlers {
    private static let versions: ClosedRange<MAASVersion> = .since(.v3_8)

    static let resources = [
        Resource(
            "groups/", handler: "UserGroupsHandler", tier: .c, "Groups of users.",
            [missing("GET", in: "UserGroupsHandler"), missing("POST", in: "UserGroupsHandler")]),
        Resource(
            "groups/{id}/", handler: "UserGroupHandler", tier: .c, "A group of users.",
            [
                missing("GET", in: "UserGroupHandler"), missing("PUT", in: "UserGroupHandler"),
                missing("DELETE", in: "UserGroupHandler"),
                missing("GET", "list_members", in: "UserGroupHandler"),
                missing("POST", "add_member", in: "UserGroupHandler"),
                missing("POST", "remove_member", in: "UserGroupHandler"),
                missing("GET", "list_entitlements", in: "UserGroupHandler"),
                missing("POST", "add_entitlement", in: "UserGroupHandler"),
                missing("POST", "remove_entitlement", in: "UserGroupHandler"),
            ]),
        Resource(
            "oidc-providers/", handler: "OidcProvidersHandler", tier: .c, "Providers of single sign-on.",
            [
                missing("GET", in: "OidcProvidersHandler"), missing("POST", in: "OidcProvidersHandler"),
                missing("GET", "get_active", in: "OidcProvidersHandler"),
            ]),
        Resource(
            "oidc-providers/{id}/", handler: "OidcProviderHandler", tier: .c, "A provider of single sign-on.",
            [
                missing("GET", in: "OidcProviderHandler"), missing("PUT", in: "OidcProviderHandler"),
                missing("DELETE", in: "OidcProviderHandler"),
            ]),
    ]

    private static func missing(_ method: String, _ op: String? = nil, in handler: String) -> Operation {
        let about = op?.replacing("_", with: " ") ?? "\(method) of identities"
        return .missing(method, op, in: handler, about, access: .admin, versions: versions)
    }
}
