// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let devices: [EveryCall] = [
        .init("GET", "devices/", nil) {
            _ = try await $0.devices.list(
                NodeFilter(
                    architecture: ["x", "y"], notArchitecture: ["x", "y"], tags: ["x", "y"], notTags: ["x", "y"],
                    fabrics: ["x", "y"], notFabrics: ["x", "y"], fabricClasses: ["x", "y"],
                    notFabricClasses: ["x", "y"], subnets: ["x", "y"], notSubnets: ["x", "y"], vlans: ["x", "y"],
                    notVLANs: ["x", "y"], linkSpeed: [7, 8], zone: ["x", "y"], notInZone: ["x", "y"],
                    systemID: ["x", "y"], pool: ["x", "y"], notInPool: ["x", "y"],
                    storage: [DiskConstraint(.gigabytes(8))], interfaces: ["a": [.subnet(7)]],
                    devices: [.vendorID("x")], cpuCount: [1.5], cpuSpeed: [1.5], memory: [1.5], pod: ["x", "y"],
                    notPod: ["x", "y"], podType: ["x", "y"], notPodType: ["x", "y"], owner: ["x", "y"],
                    notOwner: ["x", "y"], powerState: ["x", "y"], notPowerState: ["x", "y"],
                    deploymentTarget: ["x", "y"], notDeploymentTarget: ["x", "y"], id: ["x", "y"], notID: ["x", "y"],
                    hostname: ["x", "y"], notHostname: ["x", "y"], macAddress: ["x", "y"], domain: ["x", "y"],
                    notDomain: ["x", "y"], agentName: ["x", "y"], notAgentName: ["x", "y"], status: ["x", "y"],
                    notStatus: ["x", "y"], simpleStatus: ["x", "y"], notSimpleStatus: ["x", "y"]))
        },
        .init("POST", "devices/", nil) {
            _ = try await $0.devices.create(
                DeviceCreation(
                    macAddresses: ["x", "y"], hostname: "x", description: "x", domain: "x", zone: "x", parent: "x"))
        },
        .init("GET", "devices/", "is_registered") {
            _ = try await $0.devices.isRegistered("x")
        },
        .init("POST", "devices/", "set_zone") {
            try await $0.devices.setZone(nodes: ["x", "y"], zone: "x")
        },
        .init("GET", "devices/{system_id}/", nil) {
            _ = try await $0.devices.device("x").get()
        },
        .init("PUT", "devices/{system_id}/", nil) {
            _ = try await $0.devices.device("x").update(
                DeviceUpdate(hostname: "x", description: "x", domain: "x", zone: "x", parent: "x"))
        },
        .init("DELETE", "devices/{system_id}/", nil) {
            try await $0.devices.device("x").delete()
        },
        .init("GET", "devices/{system_id}/", "details") {
            _ = try await $0.devices.device("x").details()
        },
        .init("GET", "devices/{system_id}/", "power_parameters") {
            _ = try await $0.devices.device("x").powerParameters()
        },
        .init("POST", "devices/{system_id}/", "set_owner_data") {
            _ = try await $0.devices.device("x").setOwnerData(["KEY": "x"])
        },
        .init("POST", "devices/{system_id}/", "set_workload_annotations") {
            _ = try await $0.devices.device("x").setWorkloadAnnotations(["KEY": "x"])
        },
        .init("POST", "devices/{system_id}/", "restore_networking_configuration") {
            _ = try await $0.devices.device("x").restoreNetworkingConfiguration()
        },
        .init("POST", "devices/{system_id}/", "restore_default_configuration") {
            _ = try await $0.devices.device("x").restoreDefaultConfiguration()
        },
    ]
}
