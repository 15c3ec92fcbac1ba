// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let backstage: [EveryCall] = [
        .init("GET", "images-sync-progress/", nil) {
            _ = try await $0.imagesSyncProgress.list()
        },
        .init("POST", "images-sync-progress/", nil) {
            _ = try await $0.imagesSyncProgress.create()
        },
        .init("GET", "images-sync-progress/{file_id}/{system_id}/", nil) {
            _ = try await $0.imagesSyncProgress.progress(file: 7, on: "x").get()
        },
        .init("PUT", "images-sync-progress/{file_id}/{system_id}/", nil) {
            _ = try await $0.imagesSyncProgress.progress(file: 7, on: "x").update()
        },
        .init("GET", "agents/{system_id}/services/{service_name}/config/", nil) {
            _ = try await $0.agentConfiguration(of: "x", service: "x").list()
        },
        .init("POST", "agents/{system_id}/services/{service_name}/config/", nil) {
            _ = try await $0.agentConfiguration(of: "x", service: "x").create()
        },
    ]
}
