// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `PUT oidc-providers/{id}/`: change a provider.
public struct OIDCProviderUpdate: OperationParameters {
    /// Name, unique.
    public var name: String?
    /// Its URL.
    public var issuerURL: String?
    /// What MAAS is called there.
    public var clientID: String?
    /// What MAAS proves that with.
    public var clientSecret: String?
    /// Whether it is used; one at most is.
    public var enabled: Bool?
    /// `JWT` or `Opaque`.
    public var tokenType: String?
    /// `Generic`, `EntraID`, `Auth0` or `Keycloak`.
    public var vendor: String?
    /// Where users come back to.
    public var redirectURI: String?
    /// What is asked for, parted by blanks.
    public var scopes: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice, or stays as it is.
    public init(
        name: String? = nil, issuerURL: String? = nil, clientID: String? = nil, clientSecret: String? = nil,
        enabled: Bool? = nil, tokenType: String? = nil, vendor: String? = nil, redirectURI: String? = nil,
        scopes: String? = nil
    ) {
        self.name = name
        self.issuerURL = issuerURL
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.enabled = enabled
        self.tokenType = tokenType
        self.vendor = vendor
        self.redirectURI = redirectURI
        self.scopes = scopes
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("name", name)
        params.set("issuer_url", issuerURL)
        params.set("client_id", clientID)
        params.set("client_secret", clientSecret)
        params.set("enabled", enabled)
        params.set("token_type", tokenType)
        params.set("vendor", vendor)
        params.set("redirect_uri", redirectURI)
        params.set("scopes", scopes)
        params.merge(others)
        return params
    }
}
