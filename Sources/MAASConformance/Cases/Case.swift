import LXDService
import MAASClient

/// Where a case looks.
public enum Layer: String, Sendable, CaseIterable {
    /// Plain requests.
    case wire
    /// Through `MAASClient`, or the service's client half.
    case client
    /// Through `LXDService`.
    case service
}

/// Which part of MAAS a case is about; the first part of its id.
public enum Area: String, Sendable, CaseIterable {
    case `protocol`, vmhosts, compose, machines, interfaces, network, inventory, client, service

    /// The profile that runs it, besides `all`.
    public var profile: Profile {
        switch self {
        case .protocol, .vmhosts, .machines: .core
        case .compose, .client, .service: .lxd
        case .interfaces, .network: .network
        case .inventory: .inventory
        }
    }
}

/// A choice of cases.
public enum Profile: String, Sendable, CaseIterable {
    /// Everything that creates and changes nothing.
    case readOnly = "read-only"
    case core, lxd, network, inventory, all
}

/// One thing that MAAS does, and how to see that a target does it.
public struct Case: Sendable {
    public enum Body: Sendable {
        case wire([WireStep])
        case swift(@Sendable (CaseContext) async throws -> Void)
    }

    /// `area.subject.what`, such as `compose.storage.pool-by-tag`.
    public let id: String
    public let title: String
    public let layer: Layer
    public let area: Area
    /// The behaviour of MAAS it stands on: handler and what it does there.
    public let source: String
    /// A page of MAAS's documentation, if there is one.
    public let link: String?
    public let versions: VersionRange
    /// What the target must have.
    public let needs: [Capability]
    /// True when it creates or changes something.
    public let writes: Bool
    /// True when nothing else may run beside it.
    public let alone: Bool
    /// True when it can run on the seed's mock too.
    public let onMock: Bool
    public let body: Body

    public init(
        id: String, title: String, layer: Layer, area: Area, source: String, link: String? = nil,
        versions: VersionRange = .all, needs: [Capability] = [], writes: Bool, alone: Bool = false,
        onMock: Bool = false,
        body: Body
    ) {
        self.id = id
        self.title = title
        self.layer = layer
        self.area = area
        self.source = source
        self.link = link
        self.versions = versions
        self.needs = needs
        self.writes = writes
        self.alone = alone
        self.onMock = onMock
        self.body = body
    }

    /// True when one of the profiles runs it.
    public func belongs(to profiles: Set<Profile>) -> Bool {
        profiles.contains(.all) || profiles.contains(area.profile) || (profiles.contains(.readOnly) && !writes)
    }
}

/// Something a target may have or not; a case that needs what is not there is skipped with the reason.
public enum Capability: String, Sendable, CaseIterable {
    /// The key is an administrator's.
    case admin
    /// A second key was given, of a user who is no administrator.
    case userKey = "user-key"
    /// VM hosts exist in this version of MAAS.
    case vmHosts = "vm-hosts"
    /// An LXD VM host that can compose and has room for small VMs.
    case vmHost = "vm-host"
    /// That host has at least two storage pools.
    case secondPool = "second-pool"
    /// A virsh VM host that can compose and has room.
    case virshHost = "virsh-host"
    /// The VM host's NIC is on a subnet with free addresses and a gateway.
    case subnet
    /// Images of an architecture are there: without one MAAS takes no machine.
    case architecture
    /// A complete Ubuntu image is there, so that machines can be commissioned and deployed.
    case images
    /// The run may deploy machines and wait until they are up: minutes on real hardware.
    case deployments
    /// The target is the emulator.
    case emulator
}
