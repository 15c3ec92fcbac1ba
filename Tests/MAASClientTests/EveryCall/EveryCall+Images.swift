// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let images: [EveryCall] = [
        .init("GET", "boot-resources/", nil) {
            _ = try await $0.bootResources.list(type: "x")
        },
        .init("POST", "boot-resources/", nil) {
            _ = try await $0.bootResources.create(
                BootResourceCreation(
                    name: "x", architecture: "x", title: "x", filetype: "x", content: Data("x".utf8), sha256: "x",
                    size: 7, baseImage: "x", keepOld: true))
        },
        .init("GET", "boot-resources/", "is_importing") {
            _ = try await $0.bootResources.isImporting()
        },
        .init("POST", "boot-resources/", "import") {
            try await $0.bootResources.importImages()
        },
        .init("POST", "boot-resources/", "stop_import") {
            try await $0.bootResources.stopImport()
        },
        .init("GET", "boot-resources/{id}/", nil) {
            _ = try await $0.bootResources.bootResource(7).get()
        },
        .init("DELETE", "boot-resources/{id}/", nil) {
            try await $0.bootResources.bootResource(7).delete()
        },
        .init("PUT", "boot-resources/{id}/upload/{file_id}/", nil) {
            try await $0.bootResources.bootResource(7).upload(file: 7).put(Data("x".utf8))
        },
        .init("GET", "boot-sources/", nil) {
            _ = try await $0.bootSources.list()
        },
        .init("POST", "boot-sources/", nil) {
            _ = try await $0.bootSources.create(
                BootSourceCreation(
                    url: "x", name: "x", priority: 7, enabled: true, skipKeyringVerification: true,
                    keyringFilename: "x", keyringData: Data("x".utf8)))
        },
        .init("GET", "boot-sources/{id}/", nil) {
            _ = try await $0.bootSources.bootSource(7).get()
        },
        .init("PUT", "boot-sources/{id}/", nil) {
            _ = try await $0.bootSources.bootSource(7).update(
                BootSourceUpdate(
                    url: "x", name: "x", priority: 7, enabled: true, skipKeyringVerification: true,
                    keyringFilename: "x", keyringData: Data("x".utf8)))
        },
        .init("DELETE", "boot-sources/{id}/", nil) {
            try await $0.bootSources.bootSource(7).delete()
        },
        .init("GET", "boot-sources/{boot_source_id}/selections/", nil) {
            _ = try await $0.bootSources.bootSource(7).selections.list()
        },
        .init("POST", "boot-sources/{boot_source_id}/selections/", nil) {
            _ = try await $0.bootSources.bootSource(7).selections.create(
                BootSourceSelectionCreation(
                    os: "x", release: "x", arches: ["x", "y"], subarches: ["x", "y"], labels: ["x", "y"]))
        },
        .init("GET", "boot-sources/{boot_source_id}/selections/{id}/", nil) {
            _ = try await $0.bootSources.bootSource(7).selections.selection(7).get()
        },
        .init("PUT", "boot-sources/{boot_source_id}/selections/{id}/", nil) {
            _ = try await $0.bootSources.bootSource(7).selections.selection(7).update(
                BootSourceSelectionUpdate(
                    os: "x", release: "x", arches: ["x", "y"], subarches: ["x", "y"], labels: ["x", "y"]))
        },
        .init("DELETE", "boot-sources/{boot_source_id}/selections/{id}/", nil) {
            try await $0.bootSources.bootSource(7).selections.selection(7).delete()
        },
    ]
}
