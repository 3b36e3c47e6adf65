namespace Mandate.Ed25519;

/// <summary>
/// Membership in the group of prime order L without multiplying by L: three to four exponentiations instead of a scalar
/// multiplication.
/// </summary>
/// <remarks>
/// The curve's group is cyclic of order 8L, so the members are the points of 8E. On the Montgomery form v^2 = u^3 + Au^2 + u:
/// P is in 2E exactly when u(P) is a square; then P is halved through the 2-isogeny (as in Pornin, "Point-Halving and Subgroup
/// Membership in Twisted Edwards Curves", 2022), and the half is in 4E exactly when its reduced Tate pairing with the point of order
/// four (1, sqrt(A+2)) is 1, that is when u(s - sqrt(A+2))^2 with s = v/u is a fourth power (Koshelev, "Subgroup membership testing
/// on elliptic curves via the Tate pairing", 2022). The choice of half does not matter: two halves differ by a point of 4E.
/// </remarks>
public readonly partial struct Point
{
    private static readonly FieldElement MontgomeryA = new(486662, 0, 0, 0, 0);

    /// <summary>A^2 - 4, a non-square.</summary>
    private static readonly FieldElement IsogenousB = new(0x3724c21c20, 0, 0, 0, 0);

    /// <summary>A square root of -486664, the scale between the Montgomery and Edwards forms.</summary>
    private static readonly FieldElement EdwardsScale = new(0x604aaff457e06, 0x2296fa350598d, 0x7f13dfb16874f, 0x35de93d846e01, 0x0f26edf460a00);

    /// <summary>A square root of A + 2: v of the point of order four.</summary>
    private static readonly FieldElement OrderFourV = new(0x248ef9c884415, 0x0e509526c7d34, 0x7d29bbd8d6847, 0x157e10fd3bd6b, 0x6be4f497f9a9c);

    /// <summary>Square roots of i(A^2 - 4) and of -i(A^2 - 4), i = <see cref="FieldElement.SqrtMinusOne"/>.</summary>
    private static readonly FieldElement RootOfPlusIB = new(0x48befa14b6386, 0x3d8b4d0d98017, 0x40e99219f1a86, 0x5f873e60f4e67, 0x797f018b3b0ee);

    private static readonly FieldElement RootOfMinusIB = new(0x71277b3ba5222, 0x2970a394eb516, 0x0b29a3e775c7b, 0x0f75f12ecb490, 0x219fc5bc27acf);

    /// <summary>Whether the point is a multiple of the base point. The identity is. Variable time, for public points.</summary>
    public bool IsInPrimeOrderGroup
    {
        get
        {
            // x = 0 is the identity or the point of order two, where the formulas below divide by zero.
            if (X.IsZero) return Y == Z;
            // u = (1 + y)/(1 - y) = r^2, and v = u * scale / x.
            if (!FieldElement.TrySquareRootOfRatio(Z + Y, Z - Y, out var r)) return false;
            // The two preimages of P on the isogenous curve have U = B X / (X(A + 2u) + 2 r scale Z) for r and -r; their product is
            // B, no square, so exactly one U is the square s^2 of the slope s = v/u of a half of P.
            var numerator = IsogenousB * X;
            var twoR = r + r;
            var denominator = X * (MontgomeryA + twoR * r) + twoR * EdwardsScale * Z;
            var root = FieldElement.RootCandidate(numerator, denominator);
            var check = denominator * root.Square();
            FieldElement top, bottom = FieldElement.One;
            if (check == numerator)
            {
                top = root;
            }
            else if (check == -numerator)
            {
                top = root * FieldElement.SqrtMinusOne;
            }
            else
            {
                // U is no square: the other preimage's is, and s^2 = B/U = (+-i B)/root^2.
                top = check == numerator * FieldElement.SqrtMinusOne ? RootOfPlusIB : RootOfMinusIB;
                bottom = root;
                twoR = -twoR;
            }
            // u of the half is 2/(2rs + s^2 - A); times (s - sqrt(A+2))^2, and with the cube of the denominator for its inverse.
            var difference = top - OrderFourV * bottom;
            var halfDenominator = twoR * top * bottom + top.Square() - MontgomeryA * bottom.Square();
            var pairing = (difference.Square() + difference.Square()) * halfDenominator.Square() * halfDenominator;
            return pairing.QuarticSymbol() == FieldElement.One;
        }
    }
}
