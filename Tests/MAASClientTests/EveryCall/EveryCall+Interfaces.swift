// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let interfaces: [EveryCall] = [
        .init("GET", "nodes/{system_id}/interfaces/", nil) {
            _ = try await $0.machines.machine("x").interfaces.list()
        },
        .init("POST", "nodes/{system_id}/interfaces/", "create_physical") {
            _ = try await $0.machines.machine("x").interfaces.createPhysical(
                PhysicalInterfaceCreation(
                    macAddress: "x", name: "x", vlan: 7, tags: ["x", "y"], mtu: 7, acceptRA: true, enabled: true,
                    numaNode: 7, linkConnected: true, interfaceSpeed: 7, linkSpeed: 7))
        },
        .init("POST", "nodes/{system_id}/interfaces/", "create_bond") {
            _ = try await $0.machines.machine("x").interfaces.createBond(
                BondCreation(
                    name: "x", parents: [7, 8], macAddress: "x", tags: ["x", "y"], vlan: 7, mtu: 7, acceptRA: true,
                    bondMode: "x", bondMiimon: 7, bondDowndelay: 7, bondUpdelay: 7, bondLACPRate: "x",
                    bondXmitHashPolicy: "x", bondNumGratARP: 7, linkConnected: true, interfaceSpeed: 7, linkSpeed: 7))
        },
        .init("POST", "nodes/{system_id}/interfaces/", "create_vlan") {
            _ = try await $0.machines.machine("x").interfaces.createVLAN(
                VLANInterfaceCreation(
                    parent: 7, vlan: 7, name: "x", tags: ["x", "y"], mtu: 7, acceptRA: true, linkConnected: true,
                    interfaceSpeed: 7, linkSpeed: 7))
        },
        .init("POST", "nodes/{system_id}/interfaces/", "create_bridge") {
            _ = try await $0.machines.machine("x").interfaces.createBridge(
                BridgeCreation(
                    name: "x", parent: 7, parents: [7, 8], macAddress: "x", tags: ["x", "y"], vlan: 7, mtu: 7,
                    acceptRA: true, bridgeType: "x", bridgeSTP: true, bridgeFD: 7, linkConnected: true,
                    interfaceSpeed: 7, linkSpeed: 7))
        },
        .init("GET", "nodes/{system_id}/interfaces/{id}/", nil) {
            _ = try await $0.machines.machine("x").interfaces.interface(7).get()
        },
        .init("PUT", "nodes/{system_id}/interfaces/{id}/", nil) {
            _ = try await $0.machines.machine("x").interfaces.interface(7).update(
                InterfaceUpdate(
                    name: "x", macAddress: "x", tags: ["x", "y"], vlan: 7, mtu: 7, acceptRA: true, enabled: true,
                    numaNode: 7, linkConnected: true, interfaceSpeed: 7, linkSpeed: 7, parents: [7, 8], parent: 7,
                    bondMode: "x", bondMiimon: 7, bondDowndelay: 7, bondUpdelay: 7, bondLACPRate: "x",
                    bondXmitHashPolicy: "x", bondNumGratARP: 7, bridgeType: "x", bridgeSTP: true, bridgeFD: 7))
        },
        .init("DELETE", "nodes/{system_id}/interfaces/{id}/", nil) {
            try await $0.machines.machine("x").interfaces.interface(7).delete()
        },
        .init("POST", "nodes/{system_id}/interfaces/{id}/", "link_subnet") {
            _ = try await $0.machines.machine("x").interfaces.interface(7).linkSubnet(
                SubnetLink(mode: .static, subnet: 7, ipAddress: "x", defaultGateway: true, force: true))
        },
        .init("POST", "nodes/{system_id}/interfaces/{id}/", "unlink_subnet") {
            _ = try await $0.machines.machine("x").interfaces.interface(7).unlinkSubnet(7)
        },
        .init("POST", "nodes/{system_id}/interfaces/{id}/", "disconnect") {
            _ = try await $0.machines.machine("x").interfaces.interface(7).disconnect()
        },
        .init("POST", "nodes/{system_id}/interfaces/{id}/", "set_default_gateway") {
            _ = try await $0.machines.machine("x").interfaces.interface(7).setDefaultGateway(link: 7)
        },
        .init("POST", "nodes/{system_id}/interfaces/{id}/", "add_tag") {
            _ = try await $0.machines.machine("x").interfaces.interface(7).addTag("x")
        },
        .init("POST", "nodes/{system_id}/interfaces/{id}/", "remove_tag") {
            _ = try await $0.machines.machine("x").interfaces.interface(7).removeTag("x")
        },
    ]
}
