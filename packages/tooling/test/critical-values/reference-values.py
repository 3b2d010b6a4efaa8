# Makes the expected values of critical-values.test.ts: mpmath at 40 digits, exact fractions for the binomial band.
from mpmath import *
mp.dps=40
def norm(fa): return findroot(lambda z: log(erfc(z/sqrt(2)))-log(mpf(fa)), sqrt(-2*log(mpf(fa)))) 
for fa in ['0.05','1e-6','1e-8','1e-9','1e-12']: print('norm',fa,float(norm(fa)))
def chi(df,fa): return findroot(lambda x: log(gammainc(mpf(df)/2,x/2,inf,regularized=True))-log(mpf(fa)), df+sqrt(2*mpf(df))*norm(fa)*1.2)
for df,fa in [(1,'1e-9'),(3,'1e-8'),(10,'0.05'),(10,'1e-9'),(63,'1e-8'),(1000,'1e-9')]: print('chi',df,fa,float(chi(df,fa)))
def ks(n,fa):
    def tail(d):
        s=mpf(0)
        for j in range(int(floor(n*(1-d)))+1):
            r=1-d-mpf(j)/n
            s+=binomial(n,j)*(d+mpf(j)/n)**(j-1)*r**(n-j)
        return 2*d*s
    lo,hi=mpf('0'),mpf(1)
    lo=sqrt(-log(mpf(fa)/2)/(2*n))/2; hi=min(mpf(1),lo*2)
    for _ in range(70):
        m=(lo+hi)/2
        if tail(m)>mpf(fa): lo=m
        else: hi=m
    return hi
for n,fa in [(1,'0.1'),(2,'0.1'),(10,'1e-3'),(100,'1e-6'),(500,'1e-8')]: print('ks',n,fa,float(ks(n,fa)))
from fractions import Fraction as F
from math import comb
def band(n,p,fa):
    p=F(p);fa=F(fa)/2
    def end(p):
        s=F(0)
        for k in range(n+1):
            s+=comb(n,k)*p**k*(1-p)**(n-k)
            if s>fa: return k
    return end(p), n-end(1-p)
for a in [(2000,'0.95','1e-6'),(2000,'0.95','1e-9'),(100,'0.5','1e-8'),(50,'0.001','1e-6'),(8,'0.3','0.1')]: print('band',a,band(*a))
for x in ['0.1','0.5','1','3.7','11.99','100','50000.5']: print('lg',x,float(loggamma(mpf(x))))
