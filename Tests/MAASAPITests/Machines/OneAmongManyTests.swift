import RegionTesting
import Testing

@testable import MAASAPI
@testable import MAASRegion

/// What is asked of certain machines costs as much among hundreds as among a few: counted in steps of SQLite's machine.
@Suite struct OneAmongManyTests {
    private static let drivers = Result {
        try [10, 300].map { count in
            try OperationDriver(inventory: GrownLab.inventory(with: inventory(crowd: count)))
        }
    }

    private static func inventory(crowd: Int) -> String {
        func machine(_ name: String, _ status: String, _ more: String = "") -> String {
            """
            {"hostname": "\(name)", "status_name": "\(status)", \(more)
             "block_devices": [{"name": "sda", "size": 100000000000}]}
            """
        }
        let owned = "\"owner\": \"admin\","
        return """
            {"machines": [
                \(machine("one-new", "New")), \(machine("one-source", "Ready")), \(machine("one-destination", "Ready")),
                \(machine("one-mine", "Deployed", owned)), \(machine("one-taken", "Allocated", owned)),
                \(machine("crowd{1..\(crowd)}", "Ready"))]}
            """
    }

    private static let requests: [(row: String, sent: [(String, String)])] = [
        ("POST machines/ op=accept", [("machines", "one-new")]),
        ("POST machines/ op=accept_all", []),
        ("POST machines/ op=release", [("machines", "one-mine")]),
        ("POST machines/ op=clone", [("source", "one-source"), ("destinations", "one-destination"), ("storage", "1")]),
        ("GET machines/ op=power_parameters", [("id", "one-mine")]),
        ("GET machines/ op=list_allocated", []),
        ("GET machines/ op=list_allocated", [("id", "one-taken")]),
        ("GET commissioning-results/", [("system_id", "one-mine")]),
        (
            "POST machines/",
            [
                ("architecture", "amd64/generic"), ("mac_addresses", "02:00:00:00:aa:aa"), ("power_type", "ipmi"),
                ("power_parameters_power_address", "10.0.0.9"), ("commission", "false"),
            ]
        ),
        ("POST vm-hosts/{id}/ op=compose", [("cores", "1"), ("memory", "1024")]),
    ]

    /// What lists machines, controllers, addresses or what there is on a subnet that all machines are on.
    private static let lists: Set = [
        "GET machines/", "GET machines/ op=power_parameters", "GET nodes/", "GET devices/", "GET rackcontrollers/",
        "GET rackcontrollers/ op=power_parameters", "GET regioncontrollers/", "GET commissioning-results/",
        "GET installation-results/", "GET ipaddresses/", "GET networks/{name}/ op=list_connected_macs",
        "GET subnets/{cidr}/ op=reserved_ip_ranges", "GET subnets/{cidr}/ op=unreserved_ip_ranges",
        "GET subnets/{cidr}/ op=statistics", "GET subnets/{cidr}/ op=ip_addresses", "PUT ipranges/{id}/",
        "PUT reservedips/{id}/",
    ]

    @Test func whatListsNoMachinesReadsNone() throws {
        let drivers = try Self.drivers.get()
        for row in drivers[0].rows where !Self.lists.contains(row.description) {
            let steps = try drivers.map { try $0.call(row, []).steps }
            #expect(steps[1] < 3 * steps[0] / 2 + 300, "\(row): \(steps)")
        }
    }

    @Test(arguments: requests.indices) func aMachineIsFoundWithoutReadingTheOthers(_ index: Int) throws {
        let (name, sent) = Self.requests[index]
        let steps = try Self.drivers.get().map { driver in
            let row = try #require(driver.rows.first { $0.description == name && !$0.isAnonymous })
            let pairs = try driver.maas.region.withState { state in
                try sent.map { pair in
                    guard ["machines", "id", "system_id"].contains(pair.0) else { return pair }
                    return (pair.0, try Node.machines(state.db, named: [pair.1])[0].systemID)
                }
            }
            let outcome = try driver.call(row, pairs)
            #expect(outcome.failure == nil && outcome.status.map { (200..<300).contains($0) } == true, "\(outcome)")
            return outcome.steps
        }
        #expect(steps[1] < 2 * steps[0] + 500, "\(name): \(steps)")
    }
}
