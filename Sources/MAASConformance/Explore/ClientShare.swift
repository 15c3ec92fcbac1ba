/// Which share of requests goes to which part of the API, by what clients of MAAS do.
///
/// Nine of ten requests are shared so; the tenth goes to what was asked least.
///
/// Six clients were watched: two in Go for Cluster API, Terraform's provider and Juju's library in Go, python-libmaas, the
/// command `maas`, and Ansible's collection. A family's share is the number of them that use it times the requests to it in
/// a walk as they are usual.
enum ClientShare: String, CaseIterable, Sendable {
    case beginning, hosts, machines, interfaces, storage, networks, names, groups, images, others

    /// How many of the six use it.
    var clients: Int {
        switch self {
        // Each of them.
        case .beginning, .hosts, .machines, .groups: 6
        // The command `maas` is told everything by people, who seldom go on to interfaces by hand.
        case .interfaces: 5
        // Terraform, Juju, libmaas and Ansible read or make subnets and VLANs; Cluster API reads what machines name.
        case .networks: 4
        // Cluster API keeps names up to date, Terraform and Ansible make them.
        case .names: 3
        // Terraform and libmaas lay disks out.
        case .storage: 2
        // Juju keeps files, Cluster API and Terraform upload images.
        case .images: 3
        // People with the command.
        case .others: 1
        }
    }

    /// Requests to it in a usual walk.
    var requests: Int {
        switch self {
        // The version or the description, and who one is.
        case .beginning: 2
        // The list, one host, and a machine composed on it.
        case .hosts: 3
        // Found or allocated, read, deployed, its status asked for until it is there, released, deleted.
        case .machines: 8
        // The list, each link taken away, one made; a bridge over the one that boots.
        case .interfaces: 5
        // Disks listed, one partitioned, formatted and mounted.
        case .storage: 4
        // Fabric, VLAN, subnet and a range, each found or made.
        case .networks: 4
        // A name made, changed, found and deleted.
        case .names: 4
        // A zone, a pool or a tag, found or made.
        case .groups: 2
        // An upload and a look whether it came; a file written and read.
        case .images: 2
        // Settings, scripts, users, keys.
        case .others: 4
        }
    }

    /// Of all requests.
    var share: Double { Double(weight) / Double(Self.allCases.reduce(0) { $0 + $1.weight }) }

    var weight: Int { clients * requests }

    /// The family of an operation.
    init(_ operation: ExploredOperation) {
        let parts = operation.path.split(separator: "/").map(String.init)
        switch parts.first {
        case "version", "describe": self = .beginning
        case "users" where operation.op == "whoami": self = .beginning
        case "vm-hosts", "pods", "vm-clusters", "virtual-machines": self = .hosts
        case "machines", "nodes": self = Self.ofMachines(operation, parts)
        case "subnets", "fabrics", "vlans", "spaces", "ipranges", "static-routes", "networks", "reservedips":
            self = .networks
        case "domains", "dnsresources", "dnsresourcerecords", "ipaddresses": self = .names
        case "tags", "zones", "resourcepools", "resourcepool", "devices": self = .groups
        case "boot-resources", "files", "boot-sources": self = .images
        default: self = .others
        }
    }

    private static func ofMachines(_ operation: ExploredOperation, _ parts: [String]) -> ClientShare {
        guard parts.count > 2 else {
            let isStorage = ["set_storage_layout", "mount_special", "unmount_special", "restore_storage_configuration"]
            return isStorage.contains(operation.op ?? "") ? .storage : .machines
        }
        return switch parts[2] {
        case "interfaces": .interfaces
        case "results", "devices": .machines
        default: .storage
        }
    }
}
