// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let vMHosts: [EveryCall] = [
        .init("GET", "vm-hosts/", nil) {
            _ = try await $0.vmHosts.list()
        },
        .init("POST", "vm-hosts/", nil) {
            _ = try await $0.vmHosts.create(
                VMHostRegistration(
                    type: "x", powerAddress: "x", project: "x", password: "x", certificate: "x", key: "x",
                    powerPass: "x", name: "x", zone: "x", pool: "x", tags: ["x", "y"], cpuOverCommitRatio: 1.5,
                    memoryOverCommitRatio: 1.5, defaultStoragePool: "x", defaultMacvlanMode: "x"))
        },
        .init("GET", "vm-hosts/{id}/", nil) {
            _ = try await $0.vmHosts.vmHost(7).get()
        },
        .init("PUT", "vm-hosts/{id}/", nil) {
            _ = try await $0.vmHosts.vmHost(7).update(
                VMHostRegistration(
                    type: "x", powerAddress: "x", project: "x", password: "x", certificate: "x", key: "x",
                    powerPass: "x", name: "x", zone: "x", pool: "x", tags: ["x", "y"], cpuOverCommitRatio: 1.5,
                    memoryOverCommitRatio: 1.5, defaultStoragePool: "x", defaultMacvlanMode: "x"))
        },
        .init("DELETE", "vm-hosts/{id}/", nil) {
            try await $0.vmHosts.vmHost(7).delete(decompose: true)
        },
        .init("POST", "vm-hosts/{id}/", "refresh") {
            _ = try await $0.vmHosts.vmHost(7).refresh()
        },
        .init("POST", "vm-hosts/{id}/", "add_tag") {
            _ = try await $0.vmHosts.vmHost(7).addTag("x")
        },
        .init("POST", "vm-hosts/{id}/", "remove_tag") {
            _ = try await $0.vmHosts.vmHost(7).removeTag("x")
        },
        .init("GET", "vm-hosts/{id}/", "parameters") {
            _ = try await $0.vmHosts.vmHost(7).parameters()
        },
        .init("POST", "vm-hosts/{id}/", "compose") {
            _ = try await $0.vmHosts.vmHost(7).composer.compose(
                VMComposition(
                    cores: 7, pinnedCores: [7, 8], memory: 7, hugepagesBacked: true, cpuSpeed: 7, architecture: "x",
                    hostname: "x", domain: 7, zone: 7, pool: 7, storage: [DiskConstraint(.gigabytes(8))],
                    interfaces: ["a": [.subnet(7)]], skipCommissioning: true
                ).params)
        },
        .init("GET", "vm-clusters/", nil) {
            _ = try await $0.vmClusters.list()
        },
        .init("GET", "vm-clusters/{id}", nil) {
            _ = try await $0.vmClusters.vmCluster(7).get()
        },
        .init("PUT", "vm-clusters/{id}", nil) {
            _ = try await $0.vmClusters.vmCluster(7).update(name: "x", zone: "x", pool: "x")
        },
        .init("DELETE", "vm-clusters/{id}", nil) {
            try await $0.vmClusters.vmCluster(7).delete(decompose: true)
        },
        .init("GET", "virtual-machines/", nil) {
            _ = try await $0.virtualMachines.list()
        },
        .init("POST", "virtual-machines/", nil) {
            _ = try await $0.virtualMachines.create()
        },
        .init("GET", "virtual-machines/{id}", nil) {
            _ = try await $0.virtualMachines.virtualMachine(7).get()
        },
    ]
}
