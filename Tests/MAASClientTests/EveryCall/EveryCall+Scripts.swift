// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let scripts: [EveryCall] = [
        .init("GET", "nodes/{system_id}/results/", nil) {
            _ = try await $0.machines.machine("x").scriptResults.list(
                type: "x", hardwareType: "x", includeOutput: true, filters: ["x", "y"])
        },
        .init("GET", "nodes/{system_id}/results/{id}/", nil) {
            _ = try await $0.machines.machine("x").scriptResults.scriptResult(7).get(
                hardwareType: "x", includeOutput: true, filters: ["x", "y"])
        },
        .init("PUT", "nodes/{system_id}/results/{id}/", nil) {
            _ = try await $0.machines.machine("x").scriptResults.scriptResult(7).update(
                hardwareType: "x", includeOutput: true, filters: ["x", "y"], suppressed: true)
        },
        .init("DELETE", "nodes/{system_id}/results/{id}/", nil) {
            try await $0.machines.machine("x").scriptResults.scriptResult(7).delete()
        },
        .init("GET", "nodes/{system_id}/results/{id}/", "download") {
            _ = try await $0.machines.machine("x").scriptResults.scriptResult(7).download(
                hardwareType: "x", filters: ["x", "y"], output: "x", filetype: "x")
        },
        .init("GET", "scripts/", nil) {
            _ = try await $0.scripts.list(type: "x", hardwareType: "x", includeScript: true, filters: ["x", "y"])
        },
        .init("POST", "scripts/", nil) {
            _ = try await $0.scripts.create(
                ScriptCreation(
                    name: "x", title: "x", description: "x", tags: ["x", "y"], type: "x", hardwareType: "x",
                    parallel: 7, timeout: 7, destructive: true, script: "x", comment: "x", forHardware: "x",
                    mayReboot: true, recommission: true, applyConfiguredNetworking: true, packages: "x"))
        },
        .init("GET", "scripts/{name}", nil) {
            _ = try await $0.scripts.script("x").get(includeScript: true)
        },
        .init("PUT", "scripts/{name}", nil) {
            _ = try await $0.scripts.script("x").update(
                ScriptUpdate(
                    name: "x", title: "x", description: "x", tags: ["x", "y"], type: "x", hardwareType: "x",
                    parallel: 7, timeout: 7, destructive: true, script: "x", comment: "x", forHardware: "x",
                    mayReboot: true, recommission: true, applyConfiguredNetworking: true, packages: "x"))
        },
        .init("DELETE", "scripts/{name}", nil) {
            try await $0.scripts.script("x").delete()
        },
        .init("GET", "scripts/{name}", "download") {
            _ = try await $0.scripts.script("x").download(revision: 7, rev: 7)
        },
        .init("POST", "scripts/{name}", "add_tag") {
            _ = try await $0.scripts.script("x").addTag("x")
        },
        .init("POST", "scripts/{name}", "remove_tag") {
            _ = try await $0.scripts.script("x").removeTag("x")
        },
        .init("POST", "scripts/{name}", "revert") {
            _ = try await $0.scripts.script("x").revert(to: 7)
        },
        .init("GET", "commissioning-scripts/", nil) {
            _ = try await $0.commissioningScripts.list()
        },
        .init("POST", "commissioning-scripts/", nil) {
            _ = try await $0.commissioningScripts.create(name: "x", content: Data("x".utf8))
        },
        .init("GET", "commissioning-scripts/{name}", nil) {
            _ = try await $0.commissioningScripts.script("x").get()
        },
        .init("PUT", "commissioning-scripts/{name}", nil) {
            try await $0.commissioningScripts.script("x").update(name: "x", content: Data("x".utf8))
        },
        .init("DELETE", "commissioning-scripts/{name}", nil) {
            try await $0.commissioningScripts.script("x").delete()
        },
        .init("GET", "commissioning-results/", nil) {
            _ = try await $0.commissioningResults.list(systemID: "x", name: "x", resultType: 7)
        },
        .init("GET", "installation-results/", nil) {
            _ = try await $0.installationResults.list(systemID: "x", name: "x", resultType: 7)
        },
    ]
}
