extension OperationTable {
    /// The version whose VM host endpoints are kept only to say that they are gone.
    private static let vmHostsGone = MAASVersion.v4_0
    private static let vmHostPaths = ["pods", "vm-hosts", "vm-clusters", "virtual-machines"]

    /// A resource about VM hosts as the version without them has it: hidden, with the methods and ops it had, each
    /// answering 410 to whoever is logged in. `nil` for every other resource and version.
    static func gone(_ resource: Resource, in version: MAASVersion) -> Resource? {
        let first = resource.path.text.prefix { $0 != "/" }
        guard version >= vmHostsGone, vmHostPaths.contains(String(first)) else { return nil }
        return Resource(
            resource.path.text, handler: resource.handler, tier: resource.tier, login: .user, isDescribed: false,
            resource.about, resource.operations.map { $0.replaced(by: refuse) })
    }

    @Sendable private static func refuse(_ context: Context) throws -> Reply {
        throw APIError(410, "VM host (KVM) support has been removed from MAAS.")
    }
}
