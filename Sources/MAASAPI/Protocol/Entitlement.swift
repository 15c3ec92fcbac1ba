import MAASRegion

/// The permission that an operation asks for where every refusal names it.
package struct Entitlement {
    /// What resources of the operation table keep from others, as MAAS 3.8's decorators say.
    package enum Subject: Sendable {
        case globalEntities, machines, controllers, identities, configurations, notifications, licenseKeys
        /// The images themselves, and where they come from.
        case images, imageSources
    }

    /// Such as `can_edit_global_entities`.
    package let name: String

    /// What a resource's operation asks of its caller.
    package init(_ resource: Resource, _ operation: Operation) {
        let verb = operation.method == "GET" ? "view" : "edit"
        name =
            switch operation.guarded ?? resource.guarded {
            case .globalEntities: "can_edit_global_entities"
            case .machines: "can_edit_machines"
            case .controllers: "can_\(verb)_controllers"
            case .identities: "can_\(verb)_identities"
            case .configurations: "can_edit_configurations"
            case .notifications: "can_edit_notifications"
            case .licenseKeys: "can_\(verb)_license_keys"
            case .images: "can_edit_boot_entities"
            case .imageSources: "can_\(verb)_boot_entities"
            }
    }

    /// 403 for those who lack it.
    package var refusal: APIError {
        APIError(
            403,
            "User does not have permission to perform this operation. The user should have permission '\(name)'")
    }
}
