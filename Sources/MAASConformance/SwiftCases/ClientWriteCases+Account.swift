import Foundation
import MAASClient

extension ClientWriteCases {
    static let account: [Case] = [
        make("client.account.users", "a user is made, read and removed", "UsersHandler, UserHandler", users),
        make(
            "client.account.groups", "a group has members and entitlements", "UserGroupsHandler, UserGroupHandler",
            versions: VersionRange(first: MAASVersion(3, 8)), groupsOfUsers),
        make(
            "client.account.single-sign-on", "a provider of single sign-on is one that can be asked",
            "OidcProvidersHandler, OidcProviderHandler", versions: VersionRange(first: MAASVersion(3, 8)), singleSignOn),
        make(
            "client.account.tokens", "an API key is made, renamed, listed and revoked", "AccountHandler", needs: [],
            tokens),
        make(
            "client.account.ssh-keys", "an SSH key is added, read and removed", "SSHKeysHandler, SSHKeyHandler",
            needs: [], sshKeys),
        make(
            "client.account.ssh-key-import", "keys are imported from services that MAAS knows", "SSHKeysHandler.import",
            needs: [], versions: VersionRange(first: MAASVersion(3, 7)), sshKeyImport),
        make(
            "client.account.ssl-keys", "what is no certificate is no SSL key", "SSLKeysHandler, SSLKeyHandler",
            needs: [], sslKeys),
        make(
            "client.account.files", "a file is stored, found, read and removed", "FilesHandler, FileHandler", needs: [],
            files),
    ]

    @Sendable private static func users(_ context: CaseContext, _ client: MAASClient) async throws {
        let name = context.prefix + "u"
        let made = try await client.users.create(
            UserCreation(username: name, email: "\(name)@example.com", password: "for-the-suite", isSuperuser: false))
        let user = client.users.user(name)
        context.undo("user \(name)") { try await user.delete() }
        context.expectEqual(made.isSuperuser, false, "is_superuser")
        context.expectEqual(try await user.get().email, "\(name)@example.com", "email")
        try await user.delete()
        try await context.expectRefusal("a user who is gone", 404) { try await user.get() }
    }

    @Sendable private static func groupsOfUsers(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.userGroups.create(name: context.prefix + "g", description: "d")
        let group = client.userGroups.userGroup(made.id)
        context.undo("group \(made.name)") { try await group.delete() }
        let renamed = try await group.update(name: context.prefix + "h")
        context.expectEqual(renamed.name, context.prefix + "h", "name")
        context.expectEqual(try await group.get().description, "d", "description")
        let name = context.prefix + "u"
        try await client.users.create(
            UserCreation(username: name, email: "\(name)@example.com", password: "for-the-suite", isSuperuser: false))
        context.undo("user \(name)") { try await client.users.user(name).delete() }
        try await group.addMember(name)
        context.expectEqual(try await group.listMembers().map(\.username), [name], "the members")
        try await group.removeMember(name)
        context.expectEqual(try await group.listMembers().count, 0, "the number of members left")
        try await group.addEntitlement(resourceType: "maas", resourceID: 0, entitlement: "can_view_machines")
        context.expectEqual(
            try await group.listEntitlements().map(\.entitlement), ["can_view_machines"], "the entitlements")
        try await group.removeEntitlement(resourceType: "maas", resourceID: 0, entitlement: "can_view_machines")
        context.expectEqual(try await group.listEntitlements().count, 0, "the number of entitlements left")
        let listed = try await client.userGroups.list()
        context.expect(listed.contains { $0.id == made.id }, "it is not listed")
        try await group.delete()
        try await context.expectRefusal("a group that is gone", 404) { try await group.get() }
    }

    @Sendable private static func singleSignOn(_ context: CaseContext, _ client: MAASClient) async throws {
        for provider in try await client.oidcProviders.list() {
            let read = try await client.oidcProviders.oidcProvider(provider.id).get()
            context.expectEqual(read.name, provider.name, "name")
        }
        do {
            context.expectEqual(try await client.oidcProviders.active().enabled, true, "enabled")
        } catch let error as MAASError where error.isNotFound {
            // None is used.
        }
        let none = client.oidcProviders.oidcProvider(nobody)
        try await context.expectRefusal("no provider", 404) { try await none.get() }
        try await context.expectRefusal("a change of no provider", 404) {
            try await none.update(OIDCProviderUpdate(name: "x"))
        }
        try await context.expectRefusal("the end of no provider", 404) { try await none.delete() }
        try await context.expectRefusal("a provider that has no address", 400) {
            try await client.oidcProviders.create(
                OIDCProviderCreation(
                    name: context.prefix + "p", issuerURL: "nowhere", clientID: "c", clientSecret: "s", enabled: false,
                    tokenType: "JWT", vendor: "Generic", redirectURI: "http://maas.example.com/", scopes: "openid"))
        }
    }

    @Sendable private static func tokens(_ context: CaseContext, _ client: MAASClient) async throws {
        let made = try await client.account.createAuthorisationToken(name: context.prefix + "old")
        context.undo("API key \(context.prefix)old") {
            try await client.account.deleteAuthorisationToken(made.tokenKey)
        }
        context.expectEqual(made.name, context.prefix + "old", "name")
        context.expect(!made.consumerKey.isEmpty && !made.tokenSecret.isEmpty, "a part of the key is empty")
        try await client.account.updateTokenName(token: made.tokenKey, name: context.prefix + "new")
        let listed = try await client.account.listAuthorisationTokens()
        let mine = listed.first { $0.token.split(separator: ":").contains(Substring(made.tokenKey)) }
        context.expectEqual(mine?.name, context.prefix + "new", "the new name")
        try await client.account.deleteAuthorisationToken(made.tokenKey)
        let left = try await client.account.listAuthorisationTokens()
        context.expect(!left.contains { $0.name == context.prefix + "new" }, "the key is listed though it was revoked")
    }

    /// An Ed25519 key that nobody else has, and nobody the other half of.
    private static func publicKey(_ context: CaseContext) -> String {
        func field(_ bytes: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(bytes.count)] + bytes }
        let seed = (0..<32).map { UInt8(truncatingIfNeeded: (context.runNumber >> ($0 % 3 * 8)) + $0 * context.number) }
        let blob = field(Array("ssh-ed25519".utf8)) + field(seed)
        return "ssh-ed25519 \(Data(blob).base64EncodedString()) \(context.prefix)key"
    }

    @Sendable private static func sshKeys(_ context: CaseContext, _ client: MAASClient) async throws {
        let key = publicKey(context)
        let made = try await client.sshKeys.create(key: key)
        let resource = client.sshKeys.sshKey(made.id)
        context.undo("SSH key \(made.id)") { try await resource.delete() }
        context.expectEqual(made.key, key, "key")
        context.expectEqual(try await resource.get().id, made.id, "id")
        let listed = try await client.sshKeys.list()
        context.expect(listed.contains { $0.id == made.id }, "it is not listed")
        try await resource.delete()
        try await context.expectRefusal("an SSH key that is gone", 404) { try await resource.get() }
    }

    @Sendable private static func sshKeyImport(_ context: CaseContext, _ client: MAASClient) async throws {
        // Of a service that MAAS does not know nobody is asked.
        try await context.expectRefusal("keys from nowhere", 500) {
            try await client.sshKeys.importKeys("nowhere:nobody")
        }
    }

    @Sendable private static func sslKeys(_ context: CaseContext, _ client: MAASClient) async throws {
        try await context.expectRefusal("what is no certificate", 400) {
            try await client.sslKeys.create(context.prefix + "key")
        }
        _ = try await client.sslKeys.list()
        try await context.expectRefusal("no SSL key", 404) { try await client.sslKeys.sslKey(nobody).get() }
        try await context.expectRefusal("the end of no SSL key", 404) {
            try await client.sslKeys.sslKey(nobody).delete()
        }
    }

    @Sendable private static func files(_ context: CaseContext, _ client: MAASClient) async throws {
        let (name, content) = (context.prefix + "file", Data("content of the file".utf8))
        try await client.files.create(filename: name, file: content)
        context.undo("file \(name)") { try await client.files.file(name).delete() }
        context.expectEqual(try await client.files.list(prefix: name).map(\.filename), [name], "the names")
        context.expectEqual(try await client.files.content(name), content, "the content")
        let read = try await client.files.file(name).get()
        context.expectEqual(read.content, content.base64EncodedString(), "the content in the object")
        let query = URLComponents(string: read.anonResourceURI ?? "")?.queryItems ?? []
        let key = try context.require(query.first { $0.name == "key" }?.value, "anon_resource_uri has no key")
        context.expectEqual(try await client.files.contentByKey(key), content, "the content by key")
        try await client.files.file(name).delete()
        try await context.expectRefusal("a file that is gone", 404) { try await client.files.delete(name) }
    }
}
