import MAASRegion

/// The permission that an operation asks for where every refusal names it.
package struct Entitlement {
    /// What resources of the operation table keep from others, as MAAS 3.8's decorators say.
    package enum Subject: Sendable {
        case globalEntities, machines, controllers, identities, configurations, notifications, licenseKeys
        /// The images themselves, and where they come from.
        case images, imageSources
    }

    package let right: Right

    /// What a resource's operation asks of its caller.
    package init(_ resource: Resource, _ operation: Operation) {
        let looks = operation.method == "GET"
        right =
            switch operation.guarded ?? resource.guarded {
            case .globalEntities: .editGlobalEntities
            case .machines: .editMachines
            case .controllers: looks ? .viewControllers : .editControllers
            case .identities: looks ? .viewIdentities : .editIdentities
            case .configurations: .editConfigurations
            case .notifications: .editNotifications
            case .licenseKeys: looks ? .viewLicenseKeys : .editLicenseKeys
            case .images: .editBootEntities
            case .imageSources: looks ? .viewBootEntities : .editBootEntities
            }
    }

    /// 403 for those who lack it.
    package var refusal: APIError {
        APIError(
            403,
            "User does not have permission to perform this operation. The user should have permission '\(right.rawValue)'"
        )
    }
}
