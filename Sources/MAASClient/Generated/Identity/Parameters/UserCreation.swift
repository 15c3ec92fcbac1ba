// Written by script/generate-client.py; change Description/operations.json instead.

/// The parameters of `POST users/`: create a user.
public struct UserCreation: OperationParameters {
    /// Name to log in with.
    public var username: String
    /// Address.
    public var email: String
    /// Password.
    public var password: String
    /// 1 for an administrator, 0 for others.
    public var isSuperuser: Bool
    /// SSH key of an administrator.
    public var key: String?
    /// What MAAS takes besides, by its own names.
    public var others = Params()

    /// What is left out is MAAS's choice; it needs `username`, `email`, `password`, `isSuperuser`.
    public init(username: String, email: String, password: String, isSuperuser: Bool, key: String? = nil) {
        self.username = username
        self.email = email
        self.password = password
        self.isSuperuser = isSuperuser
        self.key = key
    }

    /// Everything that will be sent, under MAAS's names.
    public var params: Params {
        var params = Params()
        params.set("username", username)
        params.set("email", email)
        params.set("password", password)
        params.set("is_superuser", isSuperuser ? 1 : 0)
        params.set("key", key)
        params.merge(others)
        return params
    }
}
