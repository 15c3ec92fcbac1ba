// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let settings: [EveryCall] = [
        .init("GET", "maas/", "get_config") {
            _ = try await $0.settings.get("x")
        },
        .init("POST", "maas/", "set_config") {
            try await $0.settings.set(name: "x", value: "x")
        },
        .init("GET", "notifications/", nil) {
            _ = try await $0.notifications.list()
        },
        .init("POST", "notifications/", nil) {
            _ = try await $0.notifications.create(
                NotificationCreation(
                    message: "x", context: "x", category: .info, ident: "x", user: 7, users: true, admins: true,
                    dismissable: true))
        },
        .init("GET", "notifications/{id}/", nil) {
            _ = try await $0.notifications.notification(7).get()
        },
        .init("PUT", "notifications/{id}/", nil) {
            _ = try await $0.notifications.notification(7).update(
                NotificationUpdate(
                    message: "x", context: "x", category: .info, ident: "x", user: 7, users: true, admins: true,
                    dismissable: true))
        },
        .init("DELETE", "notifications/{id}/", nil) {
            try await $0.notifications.notification(7).delete()
        },
        .init("POST", "notifications/{id}/", "dismiss") {
            try await $0.notifications.notification(7).dismiss()
        },
        .init("GET", "package-repositories/", nil) {
            _ = try await $0.packageRepositories.list()
        },
        .init("POST", "package-repositories/", nil) {
            _ = try await $0.packageRepositories.create(
                PackageRepositoryCreation(
                    name: "x", url: "x", distributions: ["x", "y"], disabledPockets: ["x", "y"],
                    components: ["x", "y"], disabledComponents: ["x", "y"], arches: ["x", "y"], key: "x",
                    disableSources: true, enabled: true))
        },
        .init("GET", "package-repositories/{id}/", nil) {
            _ = try await $0.packageRepositories.packageRepository(7).get()
        },
        .init("PUT", "package-repositories/{id}/", nil) {
            _ = try await $0.packageRepositories.packageRepository(7).update(
                PackageRepositoryUpdate(
                    name: "x", url: "x", distributions: ["x", "y"], disabledPockets: ["x", "y"],
                    components: ["x", "y"], disabledComponents: ["x", "y"], arches: ["x", "y"], key: "x",
                    disableSources: true, enabled: true))
        },
        .init("DELETE", "package-repositories/{id}/", nil) {
            try await $0.packageRepositories.packageRepository(7).delete()
        },
        .init("GET", "dhcp-snippets/", nil) {
            _ = try await $0.dhcpSnippets.list()
        },
        .init("POST", "dhcp-snippets/", nil) {
            _ = try await $0.dhcpSnippets.create(
                DHCPSnippetCreation(
                    name: "x", value: "x", description: "x", enabled: true, node: "x", subnet: 7, iprange: "x",
                    globalSnippet: true))
        },
        .init("GET", "dhcp-snippets/{id}/", nil) {
            _ = try await $0.dhcpSnippets.dhcpSnippet(7).get()
        },
        .init("PUT", "dhcp-snippets/{id}/", nil) {
            _ = try await $0.dhcpSnippets.dhcpSnippet(7).update(
                DHCPSnippetUpdate(
                    name: "x", value: "x", description: "x", enabled: true, node: "x", subnet: 7, iprange: "x",
                    globalSnippet: true))
        },
        .init("DELETE", "dhcp-snippets/{id}/", nil) {
            try await $0.dhcpSnippets.dhcpSnippet(7).delete()
        },
        .init("POST", "dhcp-snippets/{id}/", "revert") {
            _ = try await $0.dhcpSnippets.dhcpSnippet(7).revert(to: 7)
        },
        .init("GET", "license-keys/", nil) {
            _ = try await $0.licenseKeys.list()
        },
        .init("POST", "license-keys/", nil) {
            _ = try await $0.licenseKeys.create(osystem: "x", distroSeries: "x", licenseKey: "x")
        },
        .init("GET", "license-key/{osystem}/{distro_series}", nil) {
            _ = try await $0.licenseKeys.licenseKey(osystem: "x", distroSeries: "x").get()
        },
        .init("PUT", "license-key/{osystem}/{distro_series}", nil) {
            _ = try await $0.licenseKeys.licenseKey(osystem: "x", distroSeries: "x").update(licenseKey: "x")
        },
        .init("DELETE", "license-key/{osystem}/{distro_series}", nil) {
            try await $0.licenseKeys.licenseKey(osystem: "x", distroSeries: "x").delete()
        },
        .init("GET", "files/", nil) {
            _ = try await $0.files.list(prefix: "x")
        },
        .init("POST", "files/", nil) {
            try await $0.files.create(filename: "x", file: Data("x".utf8))
        },
        .init("DELETE", "files/", nil) {
            try await $0.files.delete("x")
        },
        .init("GET", "files/", "get") {
            _ = try await $0.files.content("x")
        },
        .init("GET", "files/", "get_by_key") {
            _ = try await $0.files.contentByKey("x")
        },
        .init("GET", "files/{filename}/", nil) {
            _ = try await $0.files.file("x").get()
        },
        .init("DELETE", "files/{filename}/", nil) {
            try await $0.files.file("x").delete()
        },
    ]
}
