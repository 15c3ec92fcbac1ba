import RegionTesting
import Testing

@testable import MAASEmulator

/// What is wrong with a fixture's networks is said with its place.
@Suite struct NetworkFixtureTests {
    private func fixture(subnet: String = "", ranges: String = "[]") -> String {
        """
        {"users": [{"username": "admin", "is_superuser": true}],
         "fabrics": [{"id": 0, "name": "fabric-0", "vlans": [{"vid": 0}]}],
         "subnets": [{"cidr": "10.0.0.0/24", "vlan": {"fabric": "fabric-0", "vid": 0}\(subnet)}],
         "ip_ranges": \(ranges)}
        """
    }

    private func complaint(_ text: String) -> FixtureError? {
        do {
            _ = try TestRegion(inventory: text)
            return nil
        } catch { return error as? FixtureError }
    }

    @Test func whatIsRightIsTaken() {
        let range = #"[{"type": "dynamic", "start_ip": "10.0.0.10", "end_ip": "10.0.0.20", "subnet": "10.0.0.0/24"}]"#
        #expect(complaint(fixture(subnet: #", "gateway_ip": "10.0.0.1""#, ranges: range)) == nil)
    }

    @Test(arguments: [
        (#", "gateway_ip": "10.0.1.1""#, "subnets[0].gateway_ip"), (#", "gateway_ip": "x""#, "subnets[0].gateway_ip"),
    ])
    func gateways(subnet: String, place: String) {
        #expect(complaint(fixture(subnet: subnet))?.path == place)
    }

    @Test(arguments: [
        (
            #"[{"type": "dynamic", "start_ip": "10.0.1.10", "end_ip": "10.0.0.20", "subnet": "10.0.0.0/24"}]"#,
            "ip_ranges[0].start_ip"
        ),
        (
            #"[{"type": "dynamic", "start_ip": "10.0.0.30", "end_ip": "10.0.0.20", "subnet": "10.0.0.0/24"}]"#,
            "ip_ranges[0].end_ip"
        ),
        (
            #"[{"type": "dynamic", "start_ip": "10.0.0.3", "end_ip": "10.0.0.20", "subnet": "10.0.0.0/24"}, {"type": "reserved", "start_ip": "10.0.0.20", "end_ip": "10.0.0.21", "subnet": "10.0.0.0/24"}]"#,
            "ip_ranges[1].start_ip"
        ),
    ])
    func ranges(ranges: String, place: String) {
        #expect(complaint(fixture(ranges: ranges))?.path == place)
    }
}
