/// A node that has interfaces, disks and script results, which MAAS keeps below `nodes/{system_id}/` whatever the node
/// is: a machine, a device or a controller.
public protocol NodeScoped: Sendable {
    /// What its calls are sent by.
    var connection: APIConnection { get }
    /// MAAS's name for the node.
    var systemID: String { get }
}
