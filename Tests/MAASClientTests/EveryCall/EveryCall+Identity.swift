// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let identity: [EveryCall] = [
        .init("GET", "users/", nil) {
            _ = try await $0.users.list()
        },
        .init("POST", "users/", nil) {
            _ = try await $0.users.create(
                UserCreation(username: "x", email: "x", password: "x", isSuperuser: true, key: "x"))
        },
        .init("GET", "users/", "whoami") {
            _ = try await $0.users.whoami()
        },
        .init("GET", "users/{username}/", nil) {
            _ = try await $0.users.user("x").get()
        },
        .init("DELETE", "users/{username}/", nil) {
            try await $0.users.user("x").delete(transferResourcesTo: "x")
        },
        .init("GET", "groups/", nil) {
            _ = try await $0.userGroups.list()
        },
        .init("POST", "groups/", nil) {
            _ = try await $0.userGroups.create(name: "x", description: "x")
        },
        .init("GET", "groups/{id}/", nil) {
            _ = try await $0.userGroups.userGroup(7).get()
        },
        .init("PUT", "groups/{id}/", nil) {
            _ = try await $0.userGroups.userGroup(7).update(name: "x", description: "x")
        },
        .init("DELETE", "groups/{id}/", nil) {
            try await $0.userGroups.userGroup(7).delete()
        },
        .init("GET", "groups/{id}/", "list_members") {
            _ = try await $0.userGroups.userGroup(7).listMembers()
        },
        .init("POST", "groups/{id}/", "add_member") {
            try await $0.userGroups.userGroup(7).addMember("x")
        },
        .init("POST", "groups/{id}/", "remove_member") {
            try await $0.userGroups.userGroup(7).removeMember("x")
        },
        .init("GET", "groups/{id}/", "list_entitlements") {
            _ = try await $0.userGroups.userGroup(7).listEntitlements()
        },
        .init("POST", "groups/{id}/", "add_entitlement") {
            try await $0.userGroups.userGroup(7).addEntitlement(resourceType: "x", resourceID: 7, entitlement: "x")
        },
        .init("POST", "groups/{id}/", "remove_entitlement") {
            try await $0.userGroups.userGroup(7).removeEntitlement(resourceType: "x", resourceID: 7, entitlement: "x")
        },
        .init("GET", "oidc-providers/", nil) {
            _ = try await $0.oidcProviders.answer()
        },
        .init("POST", "oidc-providers/", nil) {
            _ = try await $0.oidcProviders.create(
                OIDCProviderCreation(
                    name: "x", issuerURL: "x", clientID: "x", clientSecret: "x", enabled: true, tokenType: "x",
                    vendor: "x", redirectURI: "x", scopes: "x"))
        },
        .init("GET", "oidc-providers/", "get_active") {
            _ = try await $0.oidcProviders.active()
        },
        .init("GET", "oidc-providers/{id}/", nil) {
            _ = try await $0.oidcProviders.oidcProvider(7).get()
        },
        .init("PUT", "oidc-providers/{id}/", nil) {
            _ = try await $0.oidcProviders.oidcProvider(7).update(
                OIDCProviderUpdate(
                    name: "x", issuerURL: "x", clientID: "x", clientSecret: "x", enabled: true, tokenType: "x",
                    vendor: "x", redirectURI: "x", scopes: "x"))
        },
        .init("DELETE", "oidc-providers/{id}/", nil) {
            try await $0.oidcProviders.oidcProvider(7).delete()
        },
        .init("GET", "account/", "list_authorisation_tokens") {
            _ = try await $0.account.listAuthorisationTokens()
        },
        .init("POST", "account/", "create_authorisation_token") {
            _ = try await $0.account.createAuthorisationToken(name: "x")
        },
        .init("POST", "account/", "update_token_name") {
            try await $0.account.updateTokenName(token: "x", name: "x")
        },
        .init("POST", "account/", "delete_authorisation_token") {
            try await $0.account.deleteAuthorisationToken("x")
        },
        .init("GET", "account/prefs/sshkeys/", nil) {
            _ = try await $0.sshKeys.list()
        },
        .init("POST", "account/prefs/sshkeys/", nil) {
            _ = try await $0.sshKeys.create(key: "x", user: "x")
        },
        .init("POST", "account/prefs/sshkeys/", "import") {
            _ = try await $0.sshKeys.importKeys("x")
        },
        .init("GET", "account/prefs/sshkeys/{id}/", nil) {
            _ = try await $0.sshKeys.sshKey(7).get()
        },
        .init("DELETE", "account/prefs/sshkeys/{id}/", nil) {
            try await $0.sshKeys.sshKey(7).delete()
        },
        .init("GET", "account/prefs/sslkeys/", nil) {
            _ = try await $0.sslKeys.list()
        },
        .init("POST", "account/prefs/sslkeys/", nil) {
            _ = try await $0.sslKeys.create("x")
        },
        .init("GET", "account/prefs/sslkeys/{id}/", nil) {
            _ = try await $0.sslKeys.sslKey(7).get()
        },
        .init("DELETE", "account/prefs/sslkeys/{id}/", nil) {
            try await $0.sslKeys.sslKey(7).delete()
        },
    ]
}
