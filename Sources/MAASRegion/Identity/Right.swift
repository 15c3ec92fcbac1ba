/// Something that members of a group may be entitled to, by MAAS 3.8's names for it (its model of OpenFGA). Before 3.8 an
/// administrator has all of them and nobody else any.
package enum Right: String, CaseIterable, Sendable {
    case editMachines = "can_edit_machines"
    case deployMachines = "can_deploy_machines"
    case viewMachines = "can_view_machines"
    case viewAvailableMachines = "can_view_available_machines"
    case editGlobalEntities = "can_edit_global_entities"
    case viewGlobalEntities = "can_view_global_entities"
    case editControllers = "can_edit_controllers"
    case viewControllers = "can_view_controllers"
    case editIdentities = "can_edit_identities"
    case viewIdentities = "can_view_identities"
    case editConfigurations = "can_edit_configurations"
    case viewConfigurations = "can_view_configurations"
    case editNotifications = "can_edit_notifications"
    case viewNotifications = "can_view_notifications"
    case editBootEntities = "can_edit_boot_entities"
    case viewBootEntities = "can_view_boot_entities"
    case editLicenseKeys = "can_edit_license_keys"
    case viewLicenseKeys = "can_view_license_keys"
    case viewDevices = "can_view_devices"
    case viewIPAddresses = "can_view_ipaddresses"
    case viewDNSRecords = "can_view_dnsrecords"
    case editOperations = "can_edit_operations"
    case viewOperations = "can_view_operations"

    /// Those that can be given in a single resource pool.
    package static let ofPools: [Right] = [.editMachines, .deployMachines, .viewMachines, .viewAvailableMachines]

    /// What implies this: who may change a thing may look at it.
    var implying: Set<Right> {
        switch self {
        case .deployMachines, .viewMachines: [.editMachines]
        case .viewAvailableMachines: [.editMachines, .viewMachines]
        case .viewGlobalEntities: [.editGlobalEntities]
        case .viewControllers: [.editControllers]
        case .viewIdentities: [.editIdentities]
        case .viewConfigurations: [.editConfigurations]
        case .viewNotifications: [.editNotifications]
        case .viewBootEntities: [.editBootEntities]
        case .viewLicenseKeys: [.editLicenseKeys]
        // Operations are granted one by one; the rest has nothing above it.
        default: []
        }
    }
}
