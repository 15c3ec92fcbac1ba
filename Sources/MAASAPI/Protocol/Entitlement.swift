import MAASRegion

/// The permission that an operation asks for since 3.8, where every refusal names it.
struct Entitlement {
    /// Such as `can_edit_global_entities`.
    package let name: String

    /// What a resource's operation asks of its caller; read from the decorators of MAAS 3.8.
    init(_ resource: Resource, _ operation: Operation) {
        let verb = operation.method == "GET" ? "view" : "edit"
        let first = String(resource.path.text.prefix { $0 != "/" })
        switch first {
        case "users", "groups", "oidc-providers": name = "can_\(verb)_identities"
        case "maas": name = "can_edit_configurations"
        case "notifications": name = "can_edit_notifications"
        case "boot-resources": name = "can_edit_boot_entities"
        case "boot-sources": name = "can_\(verb)_boot_entities"
        case "license-keys", "license-key": name = "can_\(verb)_license_keys"
        case "rackcontrollers" where operation.op == "list_boot_images": name = "can_view_controllers"
        case "rackcontrollers" where operation.op == "import_boot_images": name = "can_edit_controllers"
        case "machines", "nodes", "devices", "rackcontrollers", "regioncontrollers":
            name = operation.op == "set_zone" ? "can_edit_global_entities" : "can_edit_machines"
        default: name = "can_edit_global_entities"
        }
    }

    /// 403 for those who lack it.
    package var refusal: APIError {
        APIError(
            403,
            "User does not have permission to perform this operation. The user should have permission '\(name)'")
    }
}
