import Formats
import RegionTesting
import SQLite
import Testing

@testable import MAASRegion

/// What a filter or an allocation costs follows what it finds, and not how many machines there are.
///
/// Cost is counted in steps of SQLite's machine, which are the same on every machine that runs the tests.
@Suite struct ConstraintGrowthTests {
    private static let sizes = (small: 20, large: 640)
    /// Only read, so made once for all tests.
    private static let regions = Result { try [region(of: sizes.small), region(of: sizes.large)] }

    /// A region of so many Ready machines, the first of which has something of everything that no other has.
    private static func region(of count: Int) throws -> TestRegion {
        let machines = (0..<count).map { index in
            let (a, b) = (String(index / 256, radix: 16), String(index % 256, radix: 16))
            let isRare = index == 0
            return """
                {"hostname": "web-\(index)", "status_name": "Ready", "architecture": "amd64/generic",
                 "cpu_count": \(isRare ? 64 : 4), "memory": \(isRare ? 262144 : 8192), "cpu_speed": \(isRare ? 4000 : 2400),
                 "power_type": "manual", "zone": "\(isRare ? "rare" : "default")", "pool": "\(isRare ? "rare" : "default")",
                 "tags": ["\(isRare ? "rare" : "usual")"],
                 "interfaces": [{"name": "\(isRare ? "rare0" : "eth0")", "type": "physical", "fabric": "\(isRare ? "rare" : "main")",
                   "mac_address": "02:00:00:00:0\(a):\(b.count == 1 ? "0" + b : b)", "vlan": 0,
                   "link_speed": \(isRare ? 40000 : 1000), "interface_speed": 40000,
                   "links": [{"mode": "auto", "subnet": "\(isRare ? "10.9.0.0/24" : "10.8.0.0/16")"}]}],
                 "block_devices": [{"name": "sda", "size": \(isRare ? 2_000_000_000_000 : 100_000_000_000),
                   "partition_table_type": "GPT", "partitions": [{"size": \(isRare ? 1_900_000_000_000 : 90_000_000_000),
                     "filesystem": {"fstype": "ext4", "mount_point": "/"}}]},
                   {"name": "sdb", "size": \(isRare ? 2_000_000_000_000 : 50_000_000_000)}]}
                """
        }
        return try TestRegion(
            inventory: """
                {"zones": [{"name": "rare"}], "resource_pools": [{"name": "rare"}],
                 "tags": [{"name": "rare"}, {"name": "usual"}],
                 "fabrics": [{"name": "main", "class_type": "usual", "vlans": [{"vid": 0}]},
                             {"name": "rare", "class_type": "rare", "vlans": [{"vid": 0}]}],
                 "subnets": [{"cidr": "10.8.0.0/16", "vlan": {"fabric": "main", "vid": 0}},
                             {"cidr": "10.9.0.0/24", "vlan": {"fabric": "rare", "vid": 0}}],
                 "boot_resources": [{"name": "ubuntu/noble", "architecture": "amd64/generic"}],
                 "machines": [\(machines.joined(separator: ","))]}
                """)
    }

    private static func steps(
        _ maas: TestRegion, _ parameters: [(name: String, value: String)], _ scope: NodeConstraint.Scope
    ) throws -> (cost: Int, found: [Int]) {
        try maas.region.withState { state in
            let before = state.db.stepCount
            let constraints = try NodeConstraints(Parameters(parameters), scope: scope, state)
            let found =
                scope == .allocation
                ? try constraints.cheapest(state.db) { _ in true }.map { [$0.id] } ?? []
                : try constraints.nodes(state.db, kinds: [.machine]).map(\.id)
            return (state.db.stepCount - before, found)
        }
    }

    /// What only the first machine satisfies.
    private static let rare = [
        ("tags", "rare"), ("zone", "rare"), ("pool", "rare"), ("fabrics", "rare"), ("fabric_classes", "rare"),
        ("subnets", "cidr:10.9.0.0/24"), ("vlans", "fabric:rare"), ("link_speed", "20000"),
        ("storage", "root:1000"), ("storage", "big:1000(partition)"), ("storage", "root:1000,data:1000"),
        ("interfaces", "nic:name=rare0"), ("interfaces", "nic:subnet_cidr=10.9.0.0/24"),
        ("interfaces", "nic:fabric=rare"),
        ("interfaces", "nic:fabric_class=rare"), ("interfaces", "nic:hostname=web-0"),
        ("interfaces", "nic:link_speed=20000"),
    ]

    @Test(arguments: rare + [("id", ""), ("hostname", "web-0"), ("mac_address", "02:00:00:00:00:00")])
    func aListLooksAtWhatItFinds(name: String, value: String) throws {
        var costs: [Int] = []
        for maas in try Self.regions.get() {
            let systemID = try maas.region.withState { try Node.all($0.db, .machine)[0].systemID }
            let (cost, found) = try Self.steps(maas, [(name, value.isEmpty ? systemID : value)], .list)
            #expect(found.count == 1)
            costs.append(cost)
        }
        #expect(costs[1] < costs[0] * 3 / 2 + 100, "\(name)=\(value): \(costs)")
    }

    private static let usual = [
        ("tags", "usual"), ("zone", "default"), ("pool", "default"), ("arch", "amd64"), ("cpu_count", "2"),
        ("mem", "1024"),
        ("cpu_speed", "1000"), ("fabrics", "main"), ("not_fabrics", "rare"), ("fabric_classes", "usual"),
        ("subnets", "cidr:10.8.0.0/16"), ("not_subnets", "cidr:10.9.0.0/24"), ("vlans", "fabric:main"),
        ("link_speed", "1000"), ("not_tags", "rare"), ("not_in_zone", "rare"), ("not_in_pool", "rare"),
        ("storage", "root:10"), ("storage", "root:10,data:10"), ("interfaces", "nic:fabric=main"),
        ("interfaces", "nic:subnet_cidr=10.8.0.0/16"), ("interfaces", "nic:not_fabric=rare"),
    ]

    @Test(arguments: usual + rare + [("name", "web-0")])
    func anAllocationLooksAtTheCheapest(name: String, value: String) throws {
        var costs: [Int] = []
        for maas in try Self.regions.get() {
            let (cost, found) = try Self.steps(maas, [(name, value)], .allocation)
            #expect(found.count == 1)
            costs.append(cost)
        }
        #expect(costs[1] < costs[0] * 3 + 100, "\(name)=\(value): \(costs)")
    }

    /// A value of each constraint of the table that the region takes.
    private static let values: [String: String] = [
        "arch": "amd64", "tags": "usual", "fabrics": "main", "fabric_classes": "usual", "subnets": "cidr:10.8.0.0/16",
        "vlans": "fabric:main", "link_speed": "1000", "zone": "default", "in_zone": "default", "pool": "default",
        "in_pool": "default", "storage": "root:10", "interfaces": "nic:fabric=main", "cpu_count": "2",
        "cpu_speed": "1000", "mem": "1024", "pod_type": "manual", "owner": "admin", "power_state": "off",
        "deployment_target": "disk", "mac_address": "02:00:00:00:00:01", "domain": "maas", "status": "ready",
        "hostname": "web-1", "name": "web-1", "devices": "vendor_id=8086",
    ]

    /// No constraint makes SQLite look at all of something for each of something else: what is asked of so many times as
    /// many machines takes so many times as many steps at the most.
    @Test func noConstraintScansInsideAScan() throws {
        let (small, large) = try (Self.regions.get()[0], Self.regions.get()[1])
        let times = Self.sizes.large / Self.sizes.small
        for constraint in NodeConstraint.all {
            if case .noField = constraint.match { continue }
            let value = Self.values[constraint.name.replacing(/^not_/, with: "")] ?? "x"
            let scope: NodeConstraint.Scope = constraint.scope == .allocation ? .allocation : .list
            for filter in [[(name: constraint.name, value: value)], [(constraint.name, value), ("tags", "usual")]] {
                let costs = try [small, large].map { try Self.cost($0, filter, scope) }
                #expect(costs[1] < costs[0] * times * 3 / 2, "\(filter): \(costs)")
            }
        }
    }

    /// The steps of a search, whether or not anything is found.
    private static func cost(
        _ maas: TestRegion, _ parameters: [(name: String, value: String)], _ scope: NodeConstraint.Scope
    ) throws -> Int {
        try maas.region.withState { state in
            let before = state.db.stepCount
            let constraints = try NodeConstraints(Parameters(parameters), scope: scope, state)
            if scope == .allocation {
                _ = try constraints.cheapest(state.db) { _ in true }
            } else {
                _ = try constraints.nodes(state.db, kinds: [.machine])
            }
            return state.db.stepCount - before
        }
    }

    /// The two ways of looking find the same.
    @Test func fewAndManyRowsAreFoundAlike() throws {
        let maas = try Self.regions.get()[1]
        func found(_ name: String, _ value: String) throws -> Set<Int> {
            Set(try Self.steps(maas, [(name, value)], .list).found)
        }
        for (name, usual, rare) in [
            ("fabrics", "main", "rare"), ("subnets", "cidr:10.8.0.0/16", "cidr:10.9.0.0/24"), ("tags", "usual", "rare"),
        ] {
            #expect(try found("not_\(name)", usual) == found(name, rare))
            #expect(try found("not_\(name)", rare) == found(name, usual))
            #expect(try found(name, usual).count == Self.sizes.large - 1)
        }
    }
}
