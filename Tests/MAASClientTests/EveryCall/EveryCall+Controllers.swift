// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let controllers: [EveryCall] = [
        .init("GET", "rackcontrollers/", nil) {
            _ = try await $0.rackControllers.list(
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
        .init("GET", "rackcontrollers/", "describe_power_types") {
            _ = try await $0.rackControllers.describePowerTypes()
        },
        .init("GET", "rackcontrollers/", "is_registered") {
            _ = try await $0.rackControllers.isRegistered("x")
        },
        .init("GET", "rackcontrollers/", "power_parameters") {
            _ = try await $0.rackControllers.powerParameters(["x", "y"])
        },
        .init("POST", "rackcontrollers/", "import_boot_images") {
            try await $0.rackControllers.importBootImages()
        },
        .init("POST", "rackcontrollers/", "set_zone") {
            try await $0.rackControllers.setZone(nodes: ["x", "y"], zone: "x")
        },
        .init("GET", "rackcontrollers/{system_id}/", nil) {
            _ = try await $0.rackControllers.rackController("x").get()
        },
        .init("PUT", "rackcontrollers/{system_id}/", nil) {
            _ = try await $0.rackControllers.rackController("x").update(
                RackControllerUpdate(
                    description: "x", domain: "x", zone: "x", powerType: "x", powerParameters: ["x": "y"],
                    powerParametersSkipCheck: true))
        },
        .init("DELETE", "rackcontrollers/{system_id}/", nil) {
            try await $0.rackControllers.rackController("x").delete(force: true)
        },
        .init("GET", "rackcontrollers/{system_id}/", "details") {
            _ = try await $0.rackControllers.rackController("x").details()
        },
        .init("GET", "rackcontrollers/{system_id}/", "power_parameters") {
            _ = try await $0.rackControllers.rackController("x").powerParameters()
        },
        .init("GET", "rackcontrollers/{system_id}/", "list_boot_images") {
            _ = try await $0.rackControllers.rackController("x").listBootImages()
        },
        .init("GET", "rackcontrollers/{system_id}/", "query_power_state") {
            _ = try await $0.rackControllers.rackController("x").queryPowerState()
        },
        .init("POST", "rackcontrollers/{system_id}/", "import_boot_images") {
            try await $0.rackControllers.rackController("x").importBootImages()
        },
        .init("POST", "rackcontrollers/{system_id}/", "abort") {
            _ = try await $0.rackControllers.rackController("x").abort(comment: "x")
        },
        .init("POST", "rackcontrollers/{system_id}/", "override_failed_testing") {
            _ = try await $0.rackControllers.rackController("x").overrideFailedTesting(comment: "x")
        },
        .init("POST", "rackcontrollers/{system_id}/", "power_on") {
            _ = try await $0.rackControllers.rackController("x").powerOn(comment: "x")
        },
        .init("POST", "rackcontrollers/{system_id}/", "power_off") {
            _ = try await $0.rackControllers.rackController("x").powerOff(stopMode: .soft, comment: "x")
        },
        .init("POST", "rackcontrollers/{system_id}/", "test") {
            _ = try await $0.rackControllers.rackController("x").test(
                enableSSH: true, testingScripts: ["x", "y"], parameters: "x")
        },
        .init("GET", "regioncontrollers/", nil) {
            _ = try await $0.regionControllers.list(
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
        .init("GET", "regioncontrollers/", "is_registered") {
            _ = try await $0.regionControllers.isRegistered("x")
        },
        .init("POST", "regioncontrollers/", "set_zone") {
            try await $0.regionControllers.setZone(nodes: ["x", "y"], zone: "x")
        },
        .init("GET", "regioncontrollers/{system_id}/", nil) {
            _ = try await $0.regionControllers.regionController("x").get()
        },
        .init("PUT", "regioncontrollers/{system_id}/", nil) {
            _ = try await $0.regionControllers.regionController("x").update(
                RegionControllerUpdate(
                    description: "x", domain: "x", zone: "x", powerType: "x", powerParameters: ["x": "y"],
                    powerParametersSkipCheck: true))
        },
        .init("DELETE", "regioncontrollers/{system_id}/", nil) {
            try await $0.regionControllers.regionController("x").delete(force: true)
        },
        .init("GET", "regioncontrollers/{system_id}/", "details") {
            _ = try await $0.regionControllers.regionController("x").details()
        },
        .init("GET", "regioncontrollers/{system_id}/", "power_parameters") {
            _ = try await $0.regionControllers.regionController("x").powerParameters()
        },
    ]
}
