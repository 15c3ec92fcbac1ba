// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let machines: [EveryCall] = [
        .init("GET", "machines/", nil) {
            _ = try await $0.machines.list(
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
        .init("POST", "machines/", nil) {
            _ = try await $0.machines.create(
                MachineCreation(
                    architecture: "x", macAddresses: ["x", "y"], hostname: "x", description: "x", domain: "x",
                    subarchitecture: "x", minHWEKernel: "x", powerType: "x", powerParameters: ["x": "y"],
                    powerParametersSkipCheck: true, zone: "x", pool: "x", swapSize: "x", disableIPv4: true, cpuCount: 7,
                    memory: 7, commission: true, deployed: true, isDPU: true, hweKernel: "x", osystem: "x",
                    distroSeries: "x", licenseKey: "x", ephemeralDeploy: true, enableKernelCrashDump: true,
                    enableHwSync: true, commissioningScripts: ["x", "y"], testingScripts: ["x", "y"], enableSSH: true,
                    skipBMCConfig: true, skipNetworking: true, skipStorage: true))
        },
        .init("GET", "machines/", "is_registered") {
            _ = try await $0.machines.isRegistered("x")
        },
        .init("POST", "machines/", "set_zone") {
            try await $0.machines.setZone(nodes: ["x", "y"], zone: "x")
        },
        .init("GET", "machines/", "list_allocated") {
            _ = try await $0.machines.listAllocated(id: ["x", "y"])
        },
        .init("GET", "machines/", "power_parameters") {
            _ = try await $0.machines.powerParameters(["x", "y"])
        },
        .init("POST", "machines/", "accept") {
            _ = try await $0.machines.accept(machines: ["x", "y"])
        },
        .init("POST", "machines/", "accept_all") {
            _ = try await $0.machines.acceptAll()
        },
        .init("POST", "machines/", "release") {
            _ = try await $0.machines.release(machines: ["x", "y"], comment: "x")
        },
        .init("POST", "machines/", "allocate") {
            _ = try await $0.machines.allocate(
                MachineAllocation(
                    architecture: ["x", "y"], notArchitecture: ["x", "y"], tags: ["x", "y"], notTags: ["x", "y"],
                    fabrics: ["x", "y"], notFabrics: ["x", "y"], fabricClasses: ["x", "y"],
                    notFabricClasses: ["x", "y"], subnets: ["x", "y"], notSubnets: ["x", "y"], vlans: ["x", "y"],
                    notVLANs: ["x", "y"], linkSpeed: [7, 8], zone: ["x", "y"], notInZone: ["x", "y"],
                    systemID: ["x", "y"], pool: ["x", "y"], notInPool: ["x", "y"],
                    storage: [DiskConstraint(.gigabytes(8))], interfaces: ["a": [.subnet(7)]],
                    devices: [.vendorID("x")], cpuCount: [1.5], cpuSpeed: [1.5], memory: [1.5], pod: ["x", "y"],
                    notPod: ["x", "y"], podType: ["x", "y"], notPodType: ["x", "y"], owner: ["x", "y"],
                    notOwner: ["x", "y"], powerState: ["x", "y"], notPowerState: ["x", "y"],
                    deploymentTarget: ["x", "y"], notDeploymentTarget: ["x", "y"], name: "x", agentName: "x",
                    comment: "x", bridgeAll: true, bridgeType: "x", bridgeSTP: true, bridgeFD: 7, dryRun: true,
                    verbose: true, installKVM: true, installRackd: true, registerVmhost: true, enableHwSync: true,
                    ephemeralDeploy: true))
        },
        .init("POST", "machines/", "add_chassis") {
            _ = try await $0.machines.addChassis(
                Chassis(
                    chassisType: "x", hostname: "x", username: "x", password: "x", acceptAll: true, domain: "x",
                    prefixFilter: "x", powerControl: "x", port: 7, protocol: "x", tokenName: "x", tokenSecret: "x",
                    verifySSL: true, rackController: "x"))
        },
        .init("POST", "machines/", "clone") {
            try await $0.machines.clone(source: "x", destinations: ["x", "y"], storage: true, interfaces: true)
        },
        .init("GET", "machines/{system_id}/", nil) {
            _ = try await $0.machines.machine("x").get()
        },
        .init("PUT", "machines/{system_id}/", nil) {
            _ = try await $0.machines.machine("x").update(
                MachineUpdate(
                    hostname: "x", description: "x", domain: "x", architecture: "x", minHWEKernel: "x", powerType: "x",
                    powerParameters: ["x": "y"], powerParametersSkipCheck: true, zone: "x", pool: "x", swapSize: "x",
                    disableIPv4: true, cpuCount: 7, memory: 7, isDPU: true, hweKernel: "x", osystem: "x",
                    distroSeries: "x", licenseKey: "x", ephemeralDeploy: true, enableKernelCrashDump: true,
                    enableHwSync: true))
        },
        .init("DELETE", "machines/{system_id}/", nil) {
            try await $0.machines.machine("x").delete(force: true)
        },
        .init("POST", "machines/{system_id}/", "deploy") {
            _ = try await $0.machines.machine("x").deploy(
                DeployOptions(
                    distroSeries: "x", userData: Data("x".utf8), hweKernel: "x", agentName: "x", comment: "x",
                    bridgeAll: true, bridgeType: "x", bridgeSTP: true, bridgeFD: 7, installRackd: true,
                    installKVM: true, registerVmhost: true, ephemeral: true, enableHwSync: true,
                    enableKernelCrashDump: true, vcenterRegistration: true, licenseKey: "x"))
        },
        .init("POST", "machines/{system_id}/", "release") {
            _ = try await $0.machines.machine("x").release(
                ReleaseOptions(
                    comment: "x", erase: true, secureErase: true, quickErase: true, force: true, scripts: ["x", "y"]))
        },
        .init("POST", "machines/{system_id}/", "commission") {
            _ = try await $0.machines.machine("x").commission(
                CommissionOptions(
                    enableSSH: true, skipBMCConfig: true, skipNetworking: true, skipStorage: true,
                    commissioningScripts: ["x", "y"], testingScripts: ["x", "y"], parameters: "x"))
        },
        .init("POST", "machines/{system_id}/", "test") {
            _ = try await $0.machines.machine("x").test(enableSSH: true, testingScripts: ["x", "y"], parameters: "x")
        },
        .init("POST", "machines/{system_id}/", "abort") {
            _ = try await $0.machines.machine("x").abort(comment: "x")
        },
        .init("POST", "machines/{system_id}/", "mark_broken") {
            _ = try await $0.machines.machine("x").markBroken(comment: "x")
        },
        .init("POST", "machines/{system_id}/", "mark_fixed") {
            _ = try await $0.machines.machine("x").markFixed(comment: "x")
        },
        .init("POST", "machines/{system_id}/", "override_failed_testing") {
            _ = try await $0.machines.machine("x").overrideFailedTesting(comment: "x")
        },
        .init("POST", "machines/{system_id}/", "lock") {
            _ = try await $0.machines.machine("x").lock(comment: "x")
        },
        .init("POST", "machines/{system_id}/", "unlock") {
            _ = try await $0.machines.machine("x").unlock(comment: "x")
        },
        .init("POST", "machines/{system_id}/", "rescue_mode") {
            _ = try await $0.machines.machine("x").rescueMode()
        },
        .init("POST", "machines/{system_id}/", "exit_rescue_mode") {
            _ = try await $0.machines.machine("x").exitRescueMode()
        },
        .init("POST", "machines/{system_id}/", "power_on") {
            _ = try await $0.machines.machine("x").powerOn(
                PowerOnOptions(
                    userData: Data("x".utf8), comment: "x", installKVM: true, registerVmhost: true, bridgeType: "x",
                    bridgeSTP: true, bridgeFD: 7))
        },
        .init("POST", "machines/{system_id}/", "power_off") {
            _ = try await $0.machines.machine("x").powerOff(.soft, comment: "x")
        },
        .init("GET", "machines/{system_id}/", "details") {
            _ = try await $0.machines.machine("x").details()
        },
        .init("GET", "machines/{system_id}/", "power_parameters") {
            _ = try await $0.machines.machine("x").powerParameters()
        },
        .init("GET", "machines/{system_id}/", "query_power_state") {
            _ = try await $0.machines.machine("x").queryPowerState()
        },
        .init("GET", "machines/{system_id}/", "get_token") {
            _ = try await $0.machines.machine("x").getToken()
        },
        .init("GET", "machines/{system_id}/", "get_curtin_config") {
            _ = try await $0.machines.machine("x").getCurtinConfig()
        },
        .init("POST", "machines/{system_id}/", "set_owner_data") {
            _ = try await $0.machines.machine("x").setOwnerData(["KEY": "x"])
        },
        .init("POST", "machines/{system_id}/", "set_workload_annotations") {
            _ = try await $0.machines.machine("x").setWorkloadAnnotations(["KEY": "x"])
        },
        .init("POST", "machines/{system_id}/", "set_storage_layout") {
            _ = try await $0.machines.machine("x").setStorageLayout(
                StorageLayout(
                    storageLayout: "x", bootSize: "x", rootSize: "x", rootDevice: "x", vgName: "x", lvName: "x",
                    lvSize: "x", cacheDevice: "x", cacheMode: .writeback, cacheSize: "x", cacheNoPart: true))
        },
        .init("POST", "machines/{system_id}/", "mount_special") {
            _ = try await $0.machines.machine("x").mountSpecial(fstype: "x", mountPoint: "x", mountOptions: "x")
        },
        .init("POST", "machines/{system_id}/", "unmount_special") {
            _ = try await $0.machines.machine("x").unmountSpecial("x")
        },
        .init("POST", "machines/{system_id}/", "clear_default_gateways") {
            _ = try await $0.machines.machine("x").clearDefaultGateways()
        },
        .init("POST", "machines/{system_id}/", "restore_networking_configuration") {
            _ = try await $0.machines.machine("x").restoreNetworkingConfiguration()
        },
        .init("POST", "machines/{system_id}/", "restore_storage_configuration") {
            _ = try await $0.machines.machine("x").restoreStorageConfiguration()
        },
        .init("POST", "machines/{system_id}/", "restore_default_configuration") {
            _ = try await $0.machines.machine("x").restoreDefaultConfiguration()
        },
        .init("GET", "nodes/", nil) {
            _ = try await $0.nodes.list(
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
        .init("GET", "nodes/", "is_registered") {
            _ = try await $0.nodes.isRegistered("x")
        },
        .init("POST", "nodes/", "set_zone") {
            try await $0.nodes.setZone(nodes: ["x", "y"], zone: "x")
        },
        .init("GET", "nodes/{system_id}/", nil) {
            _ = try await $0.nodes.node("x").get()
        },
        .init("DELETE", "nodes/{system_id}/", nil) {
            try await $0.nodes.node("x").delete()
        },
        .init("GET", "nodes/{system_id}/", "details") {
            _ = try await $0.nodes.node("x").details()
        },
        .init("GET", "nodes/{system_id}/", "power_parameters") {
            _ = try await $0.nodes.node("x").powerParameters()
        },
        .init("GET", "nodes/{system_id}/devices/", nil) {
            _ = try await $0.machines.machine("x").hardwareDevices.list(
                NodeDeviceFilter(
                    bus: "x", hardwareType: "x", vendorID: "x", productID: "x", vendorName: "x", productName: "x",
                    commissioningDriver: "x"))
        },
        .init("GET", "nodes/{system_id}/devices/{id}/", nil) {
            _ = try await $0.machines.machine("x").hardwareDevices.hardwareDevice(7).get()
        },
        .init("DELETE", "nodes/{system_id}/devices/{id}/", nil) {
            try await $0.machines.machine("x").hardwareDevices.hardwareDevice(7).delete()
        },
    ]
}
