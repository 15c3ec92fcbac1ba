// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let networks: [EveryCall] = [
        .init("GET", "subnets/", nil) {
            _ = try await $0.subnets.list()
        },
        .init("POST", "subnets/", nil) {
            _ = try await $0.subnets.create(
                SubnetCreation(
                    cidr: "x", name: "x", description: "x", vlan: 7, fabric: 7, vid: 7, gatewayIP: "x",
                    dnsServers: ["x", "y"], rdnsMode: 7, allowDNS: true, allowProxy: true, activeDiscovery: true,
                    managed: true, disabledBootArchitectures: ["x", "y"]))
        },
        .init("GET", "subnets/{cidr}/", nil) {
            _ = try await $0.subnets.subnet(7).get()
        },
        .init("PUT", "subnets/{cidr}/", nil) {
            _ = try await $0.subnets.subnet(7).update(
                SubnetUpdate(
                    cidr: "x", name: "x", description: "x", vlan: 7, fabric: 7, vid: 7, gatewayIP: "x",
                    dnsServers: ["x", "y"], rdnsMode: 7, allowDNS: true, allowProxy: true, activeDiscovery: true,
                    managed: true, disabledBootArchitectures: ["x", "y"]))
        },
        .init("DELETE", "subnets/{cidr}/", nil) {
            try await $0.subnets.subnet(7).delete(force: true)
        },
        .init("GET", "subnets/{cidr}/", "reserved_ip_ranges") {
            _ = try await $0.subnets.subnet(7).reservedIPRanges()
        },
        .init("GET", "subnets/{cidr}/", "unreserved_ip_ranges") {
            _ = try await $0.subnets.subnet(7).unreservedIPRanges()
        },
        .init("GET", "subnets/{cidr}/", "statistics") {
            _ = try await $0.subnets.subnet(7).statistics(includeRanges: true, includeSuggestions: true)
        },
        .init("GET", "subnets/{cidr}/", "ip_addresses") {
            _ = try await $0.subnets.subnet(7).ipAddresses(withUsername: true, withSummary: true, withNodeSummary: true)
        },
        .init("GET", "fabrics/", nil) {
            _ = try await $0.fabrics.list()
        },
        .init("POST", "fabrics/", nil) {
            _ = try await $0.fabrics.create(name: "x", description: "x", classType: "x")
        },
        .init("GET", "fabrics/{id}/", nil) {
            _ = try await $0.fabrics.fabric(7).get()
        },
        .init("PUT", "fabrics/{id}/", nil) {
            _ = try await $0.fabrics.fabric(7).update(name: "x", description: "x", classType: "x")
        },
        .init("DELETE", "fabrics/{id}/", nil) {
            try await $0.fabrics.fabric(7).delete()
        },
        .init("GET", "fabrics/{fabric_id}/vlans/", nil) {
            _ = try await $0.fabrics.fabric(7).vlans.list()
        },
        .init("POST", "fabrics/{fabric_id}/vlans/", nil) {
            _ = try await $0.fabrics.fabric(7).vlans.create(
                VLANCreation(
                    vid: 7, name: "x", description: "x", mtu: 7, dhcpOn: true, primaryRack: "x", secondaryRack: "x",
                    relayVLAN: 7, space: "x", fabric: "x"))
        },
        .init("GET", "fabrics/{fabric_id}/vlans/{vid}/", nil) {
            _ = try await $0.fabrics.fabric(7).vlans.vlan(vid: 7).get()
        },
        .init("PUT", "fabrics/{fabric_id}/vlans/{vid}/", nil) {
            _ = try await $0.fabrics.fabric(7).vlans.vlan(vid: 7).update(
                VLANUpdate(
                    name: "x", description: "x", vid: 7, mtu: 7, dhcpOn: true, primaryRack: "x", secondaryRack: "x",
                    relayVLAN: 7, space: "x", fabric: "x"))
        },
        .init("DELETE", "fabrics/{fabric_id}/vlans/{vid}/", nil) {
            try await $0.fabrics.fabric(7).vlans.vlan(vid: 7).delete()
        },
        .init("GET", "spaces/", nil) {
            _ = try await $0.spaces.list()
        },
        .init("POST", "spaces/", nil) {
            _ = try await $0.spaces.create(name: "x", description: "x")
        },
        .init("GET", "spaces/{id}/", nil) {
            _ = try await $0.spaces.space(7).get()
        },
        .init("PUT", "spaces/{id}/", nil) {
            _ = try await $0.spaces.space(7).update(name: "x", description: "x")
        },
        .init("DELETE", "spaces/{id}/", nil) {
            try await $0.spaces.space(7).delete()
        },
        .init("GET", "ipranges/", nil) {
            _ = try await $0.ipRanges.list()
        },
        .init("POST", "ipranges/", nil) {
            _ = try await $0.ipRanges.create(
                IPRangeCreation(type: .dynamic, startIP: "x", endIP: "x", subnet: 7, comment: "x"))
        },
        .init("GET", "ipranges/{id}/", nil) {
            _ = try await $0.ipRanges.ipRange(7).get()
        },
        .init("PUT", "ipranges/{id}/", nil) {
            _ = try await $0.ipRanges.ipRange(7).update(
                IPRangeUpdate(type: .dynamic, startIP: "x", endIP: "x", subnet: 7, comment: "x", user: "x"))
        },
        .init("DELETE", "ipranges/{id}/", nil) {
            try await $0.ipRanges.ipRange(7).delete()
        },
        .init("GET", "ipaddresses/", nil) {
            _ = try await $0.ipAddresses.list(ip: "x", owner: "x", all: true)
        },
        .init("POST", "ipaddresses/", "reserve") {
            _ = try await $0.ipAddresses.reserve(
                AddressReservation(subnet: 7, ip: "x", ipAddress: "x", hostname: "x", mac: "x"))
        },
        .init("POST", "ipaddresses/", "release") {
            try await $0.ipAddresses.release(ip: "x", force: true, discovered: true)
        },
        .init("GET", "reservedips/", nil) {
            _ = try await $0.reservedIPs.list()
        },
        .init("POST", "reservedips/", nil) {
            _ = try await $0.reservedIPs.create(ip: "x", subnet: 7, macAddress: "x", comment: "x")
        },
        .init("GET", "reservedips/{id}/", nil) {
            _ = try await $0.reservedIPs.reservedIP(7).get()
        },
        .init("PUT", "reservedips/{id}/", nil) {
            _ = try await $0.reservedIPs.reservedIP(7).update(ip: "x", subnet: 7, macAddress: "x", comment: "x")
        },
        .init("DELETE", "reservedips/{id}/", nil) {
            try await $0.reservedIPs.reservedIP(7).delete()
        },
        .init("GET", "static-routes/", nil) {
            _ = try await $0.staticRoutes.list()
        },
        .init("POST", "static-routes/", nil) {
            _ = try await $0.staticRoutes.create(source: 7, destination: 7, gatewayIP: "x", metric: 7)
        },
        .init("GET", "static-routes/{id}/", nil) {
            _ = try await $0.staticRoutes.staticRoute(7).get()
        },
        .init("PUT", "static-routes/{id}/", nil) {
            _ = try await $0.staticRoutes.staticRoute(7).update(source: 7, destination: 7, gatewayIP: "x", metric: 7)
        },
        .init("DELETE", "static-routes/{id}/", nil) {
            try await $0.staticRoutes.staticRoute(7).delete()
        },
        .init("GET", "discovery/", nil) {
            _ = try await $0.discoveries.list()
        },
        .init("GET", "discovery/", "by_unknown_ip") {
            _ = try await $0.discoveries.byUnknownIP()
        },
        .init("GET", "discovery/", "by_unknown_mac") {
            _ = try await $0.discoveries.byUnknownMAC()
        },
        .init("GET", "discovery/", "by_unknown_ip_and_mac") {
            _ = try await $0.discoveries.byUnknownIPAndMAC()
        },
        .init("POST", "discovery/", "clear") {
            try await $0.discoveries.clear(mdns: true, neighbours: true, all: true)
        },
        .init("POST", "discovery/", "clear_by_mac_and_ip") {
            try await $0.discoveries.clearByMACAndIP(ip: "x", mac: "x")
        },
        .init("POST", "discovery/", "scan") {
            _ = try await $0.discoveries.scan(
                NetworkScan(cidr: ["x", "y"], force: true, alwaysUsePing: true, slow: true, threads: 7))
        },
        .init("GET", "discovery/{discovery_id}/", nil) {
            _ = try await $0.discoveries.discovery("x").get()
        },
        .init("GET", "networks/", nil) {
            _ = try await $0.networks.list(node: ["x", "y"])
        },
        .init("POST", "networks/", nil) {
            try await $0.networks.create()
        },
        .init("GET", "networks/{name}/", nil) {
            _ = try await $0.networks.network("x").get()
        },
        .init("PUT", "networks/{name}/", nil) {
            try await $0.networks.network("x").update()
        },
        .init("DELETE", "networks/{name}/", nil) {
            try await $0.networks.network("x").delete()
        },
        .init("GET", "networks/{name}/", "list_connected_macs") {
            _ = try await $0.networks.network("x").listConnectedMACs()
        },
        .init("POST", "networks/{name}/", "connect_macs") {
            try await $0.networks.network("x").connectMACs()
        },
        .init("POST", "networks/{name}/", "disconnect_macs") {
            try await $0.networks.network("x").disconnectMACs()
        },
    ]
}
