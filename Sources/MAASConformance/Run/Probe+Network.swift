import Addresses
import MAASClient

/// The subnet and the addresses that cases may use.
extension Probe {
    func probeSubnet(_ client: MAASClient, _ found: inout Surroundings) async throws {
        do {
            let subnets = try await client.subnets.list()
            found.testNetworks = TestNetworks(avoiding: subnets.map(\.cidr))
            if let cidr = allowance.subnet, !subnets.contains(where: { $0.cidr == cidr }) {
                throw TargetError("--subnet: the target has no subnet \(cidr)")
            }
            var vlans: Set<Int>?
            if let systemID = found.vmHost?.systemID {
                vlans = Set(try await client.interfaces(of: systemID).list().compactMap { $0.vlan?.id })
            }
            let usable = subnets.filter { subnet in
                subnet.cidr == (allowance.subnet ?? subnet.cidr) && subnet.managed && subnet.vlan.dhcpOn
                    && subnet.gatewayIP != nil && subnet.cidr.contains(".") && vlans?.contains(subnet.vlan.id) ?? true
            }
            for subnet in usable {
                let addresses = try await FreeAddresses.of(subnet, client)
                guard addresses.count >= 8 else { continue }
                found.subnet = subnet
                found.freeAddresses = addresses
                found.variables += [
                    ("subnet.id", .int(subnet.id)), ("subnet.cidr", .string(subnet.cidr)),
                    ("subnet.gateway", .string(subnet.gatewayIP ?? "")), ("subnet.vlan_id", .int(subnet.vlan.id)),
                    ("subnet.name", .string(subnet.name)),
                ]
                return
            }
            found.missing[.subnet] = "no subnet with DHCP, a gateway and free addresses is where the VM host is"
        } catch let error as MAASError {
            found.missing[.subnet] = "the subnets cannot be read: \(error)"
        }
    }
}

/// Addresses that nothing has, as far as MAAS knows.
enum FreeAddresses {
    /// Up to 200 IPv4 addresses, from the end of the largest free range: MAAS itself starts with the smallest.
    static func of(_ subnet: Subnet, _ client: MAASClient) async throws -> [String] {
        let ranges = try await client.subnets.unreservedRanges(subnet.id)
        guard let largest = ranges.max(by: { $0.count < $1.count }), let end = IPAddress(largest.end), end.family == .v4
        else { return [] }
        return (0..<min(200, largest.count)).map { IPAddress(.v4, end.value - UInt128($0)).description }
    }
}
