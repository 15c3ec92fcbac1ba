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
    /// The parts of MAAS's API, and then the two libraries that stand on it.
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
    /// Everything that sends nothing but GET.
    case readOnly = "read-only"
    /// By subject; `lxd` is what the LXD service needs, and `all` is everything.
    case core, lxd, network, inventory, all
}

/// One thing that MAAS does, and how to see that a target does it.
public struct Case: Sendable {
    /// How a case looks.
    public enum Body: Sendable {
        /// Requests and what is expected of their answers, as a file of cases has them.
        case wire([WireStep])
        /// Code that notes what does not agree with the context; what it throws besides is a failure of the target too.
        case swift(@Sendable (CaseContext) async throws -> Void)
    }

    /// `area.subject.what`, such as `compose.storage.pool-by-tag`.
    public let id: String
    /// What a MAAS does, as a sentence: it is what reports show.
    public let title: String
    /// Whether it sends requests itself or goes through a library.
    public let layer: Layer
    /// What of MAAS it is about.
    public let area: Area
    /// The behaviour of MAAS it stands on: handler and what it does there.
    public let source: String
    /// A page of MAAS's documentation, if there is one.
    public let link: String?
    /// Where it holds; elsewhere it is skipped.
    public let versions: VersionRange
    /// What the target must have.
    public let needs: [Capability]
    /// True when it creates or changes something.
    public let writes: Bool
    /// True when nothing else may run beside it.
    public let alone: Bool
    /// True when it can run on the seed's mock too.
    public let onMock: Bool
    /// What it does.
    public let body: Body

    /// How much of the VM host that the run uses it may take, in cases that compose: a VM that is deployed has four times
    /// the memory of a small one, of which other cases have two.
    var room: Int {
        guard writes, needs.contains(where: { [.vmHost, .secondPool].contains($0) }) else { return 0 }
        return deploys ? 2 : 1
    }

    /// Whether it waits until a machine is deployed.
    var deploys: Bool { needs.contains(.deployments) }

    /// A case that only reads unless `writes` says otherwise. Those of files are made by
    /// `CaseCatalog.adding(text:file:)`.
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
        profiles.contains(.all) || profiles.contains(area.profile) || (profiles.contains(.readOnly) && onlyReads)
    }

    /// True when it sends nothing but GET: what creates nothing may still send what MAAS is meant to refuse.
    public var onlyReads: Bool {
        guard !writes, case .wire(let steps) = body else { return !writes }
        return steps.allSatisfy { $0.request.method == "GET" }
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
